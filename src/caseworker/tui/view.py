"""What the conclusions panel shows: the newest verdicts, the faults that stand in their way, the next question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from caseworker.tui.forms import SECTIONS
from caseworker.tui.forms.paths import get
from caseworker.tui.forms.where import describe
from caseworker.tui.verdicts import Verdict, programme_names, tally, verdicts

if TYPE_CHECKING:
    from caseworker.desk import Conclusions, Question
    from caseworker.household import Fault


@dataclass(frozen=True, slots=True)
class Ask:
    """The next question: where it is entered, what it is called, what hangs on it."""

    path: str
    label: str
    programmes: tuple[str, ...]


@dataclass
class ConclusionsState:
    """Verdicts stay when a later entry has faults: the clerk sees both, and that the verdicts are the older ones."""

    household: Mapping[str, Any] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    question: Ask | None = None

    def take(self, found: Conclusions, household: Mapping[str, Any]) -> None:
        """Show what the desk concluded from `household`."""
        self.household = household
        self.faults = [(fault.path, fault_text(fault, household)) for fault in found.faults]
        if found.assessment is not None:
            self.verdicts = verdicts(found.assessment, household)
            self.question = self._ask(found.questions[0]) if found.questions else None

    def frozen(self, assessment: Mapping[str, Any], household: Mapping[str, Any]) -> None:
        """Show the assessment that was frozen when the case was accepted."""
        self.household = household
        self.verdicts = verdicts(assessment, household)

    def name(self, path: str) -> str:
        """A path in the words of the forms."""
        return describe(SECTIONS, path, self.household)

    @property
    def ask_line(self) -> str:
        """The next question, or the first fault, on one line."""
        if self.faults:
            return f"! 先改好{len(self.faults)}处：{self.faults[0][1]}"
        if self.question is None:
            return "没有要再问的了" if self.verdicts else ""
        return f"下一问：{self.question.label}（决定：{programme_names(self.question.programmes)}） Ctrl+G 跳到"

    @property
    def tally_line(self) -> str:
        """All verdicts on one line."""
        return tally(self.verdicts)

    def _ask(self, question: Question) -> Ask:
        label = self.name(question.path)
        return Ask(question.path, question.label if label == question.path else label, tuple(question.programmes))


def fault_text(fault: Fault, household: Mapping[str, Any]) -> str:
    """A fault in the words of the forms; what is only empty is said to be empty."""
    name = describe(SECTIONS, fault.path, household)
    if get(household, fault.path) is None:
        return f"{name}：还没填"
    return f"{name}：{fault.problem}，应为{fault.expected}"
