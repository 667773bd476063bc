"""The household file behind the forms: what is stored, and what was typed but could not be stored."""

from __future__ import annotations

import copy
from typing import Any

from caseworker.text import idnumber
from caseworker.tui.forms.entry import disability_kind, with_kind
from caseworker.tui.forms.paths import get, put
from caseworker.tui.forms.spec import Field, Group, Kind


class Sheet:
    """One household file while it is on the screen; `rejected` keeps typed text, by path, that no value came of."""

    def __init__(self, household: dict[str, Any], number: str, *, closed: bool = False) -> None:
        self.household = household
        self.number = number
        self.closed = closed
        self.rejected: dict[str, tuple[str, str]] = {}

    def snapshot(self) -> dict[str, Any]:
        """A copy for another thread."""
        return copy.deepcopy(self.household)

    def value(self, field: Field, path: str) -> Any:
        """The stored value in the form the field's editor shows."""
        stored = get(self.household, path)
        return disability_kind(stored) if field.kind is Kind.DISABILITY else stored

    def store(self, field: Field, path: str, value: Any) -> bool:
        """Put a value in its place; true where something changed. ValueError where it does not fit its neighbours."""
        self._fits(field, path, value)
        self.rejected.pop(path, None)
        if value == self.value(field, path):
            return False
        put(
            self.household,
            path,
            with_kind(get(self.household, path), value) if field.kind is Kind.DISABILITY else value,
        )
        return True

    def refuse(self, path: str, typed: str, why: str) -> None:
        """Keep what was typed; the stored value stays as it was."""
        self.rejected[path] = (typed, why)

    def typed(self, path: str) -> str | None:
        """Text that was typed at `path` and not stored."""
        return self.rejected[path][0] if path in self.rejected else None

    def forget(self, group: Group) -> None:
        """Drop what was typed in a group whose items moved."""
        self.rejected = {path: kept for path, kept in self.rejected.items() if not path.startswith(group.path)}

    def hint(self, field: Field, path: str) -> str:
        """What other facts already say about an empty field: birth date and sex from the ID number, or no need."""
        if field.path not in ("birth_date", "sex"):
            return "不用填" if self._idle(field, path) else ""
        number = get(self.household, path.rpartition(".")[0] + ".id_number")
        if not number:
            return ""
        try:
            known = idnumber.parse(str(number))
        except ValueError:
            return ""
        word = known.birth_date.isoformat() if field.path == "birth_date" else {"male": "男", "female": "女"}[known.sex]
        return f"{word}（身份证）"

    @property
    def applicant(self) -> dict[str, Any]:
        """The member with relation "self", else the first, else nothing."""
        members = self.household.get("members") or []
        return next((m for m in members if m.get("relation") == "self"), members[0] if members else {})

    def _idle(self, field: Field, path: str) -> bool:
        """Whether a field asks for detail of something that is known not to be there."""
        above = path.rpartition(".")[0]
        kind = disability_kind(get(self.household, above)) if field.path.startswith("disability.") else None
        if field.kind is Kind.COMPONENTS:
            return kind not in (None, "multiple")
        if field.path == "full_time":
            return bool(get(self.household, f"{above}.schooling") == "none")
        return kind == "none"

    def _fits(self, field: Field, path: str, value: Any) -> None:
        if field.kind not in (Kind.GRADE, Kind.COMPONENTS) or value is None:
            return
        answer = get(self.household, path.rpartition(".")[0])
        kind = disability_kind(answer)
        if kind in (None, "none"):
            raise ValueError("还没有残疾类别: 先选残疾类别，再填等级")
        if field.kind is Kind.COMPONENTS and kind != "multiple":
            raise ValueError("只有多重残疾才有分项: 残疾类别选多重，或清空这一项")
