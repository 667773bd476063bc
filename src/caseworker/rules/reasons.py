"""A reason (理由): one named condition with its answer, sentence, arithmetic, source and the facts it looked at."""

from __future__ import annotations

from typing import Any, NamedTuple

from caseworker.policy import Citation, PolicyDay, Value, definition
from caseworker.rules.logic import Names, Truth

ANSWERS = {True: "yes", False: "no", None: "unknown"}
DECISION = "决定："  # an entry of `open` that begins so is a point the law leaves to a person, not a parameter


class Reason(NamedTuple):
    """A condition that was looked at; `truth` says what it still hangs on."""

    rule: str
    truth: Truth
    statement: str
    working: str
    citation: Citation
    facts: Names

    def to_dict(self) -> dict[str, Any]:
        """The contract's form."""
        document, clause = self.citation.document, self.citation.clause
        return {
            "rule": self.rule,
            "answer": ANSWERS[self.truth.value],
            "statement": self.statement,
            "working": self.working,
            "citation": {"document": document, "clause": clause},
            "facts": list(self.facts),
        }


def reason(
    law: PolicyDay,
    rule: str,
    truth: Truth,
    statement: str,
    *,
    working: str = "",
    facts: Names = (),
    source: Value | None = None,
    standard: Value | None = None,
    hangs: Names = (),
    local: str = "",
) -> Reason:
    """A reason with the source in force on the day; `source` is a figure it rests on, `standard` the dibao
    standard it uses beside that (its note is told too), `hangs` what it lacks, `local` the parameter that only the place
    can set (no text found has a rule)."""
    lacking = truth.open or hangs
    own = law.citation(rule)
    if own is not None and source is None and standard is None and not lacking:
        return Reason(rule, truth, statement, working, own, facts)
    if lacking:
        statement = f"{statement}；{needed(lacking)}"
    notes = dict.fromkeys(value.note for value in (source, standard) if value is not None and value.note)
    if notes:
        statement = f"{statement}（注意：{'；'.join(notes)}）"
    citation = own or (source.citation if source else None) or _local(lacking, local or rule)
    return Reason(rule, truth, statement, working, citation, facts)


def needed(names: Names) -> str:
    """What parameters and decisions are wanted, as a clerk reads it."""
    decisions = [name.removeprefix(DECISION) for name in names if name.startswith(DECISION)]
    parameters = [labelled(name) for name in names if not name.startswith(DECISION)]
    parts = [f"本地参数没有数值，须由当地录入：{'、'.join(parameters)}"] if parameters else []
    return "；".join([*parts, *decisions])


def labelled(name: str) -> str:
    """A parameter as a clerk reads it: label and name."""
    parameter = definition(name)
    return f"{parameter.label}（{name}）" if parameter else name


def _local(lacking: Names, rule: str) -> Citation:
    parameters = [name for name in lacking if not name.startswith(DECISION)]
    return Citation("本地参数", "、".join(parameters) or rule)
