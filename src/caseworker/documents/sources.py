"""The documents a paper cites, numbered as they are first mentioned, so that a citation takes one short cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Sources:
    """Collects documents while the view is built: `cite` gives "[1]第八条", `rows` the list for the paper's foot."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cite(self, citation: Mapping[str, Any] | None) -> str:
        """A citation {"document", "clause"} in short; a named local parameter has no clause and is cited by number."""
        if not citation:
            return ""
        number = self._numbers.setdefault(citation["document"], len(self._numbers) + 1)
        return f"[{number}]{citation.get('clause') or ''}"

    def rows(self) -> list[dict[str, str]]:
        """Every document cited so far: number and title."""
        return [{"no": str(number), "title": title} for title, number in self._numbers.items()]
