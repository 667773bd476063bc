"""The documents a paper cites, numbered as they are first mentioned, so that a citation takes one short cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Sources:
    """Collects documents while the view is built: `cite` gives "[1]第八条", `rows` the list for the paper's foot."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cite(self, citation: Mapping[str, Any] | None) -> str:
        """A citation {"document", "clause"} in short; a named local parameter has no clause and is cited by number.

        Where the policy cites a law with its measure ("甲法；乙办法", "第一条；第二条") each gets its own number.
        """
        if not citation:
            return ""
        documents, clauses = citation["document"].split("；"), (citation.get("clause") or "").split("；")
        if len(documents) != len(clauses):
            documents, clauses = [citation["document"]], [citation.get("clause") or ""]
        pairs = zip(documents, clauses, strict=True)
        return "、".join(f"[{self._number(document)}]{clause}" for document, clause in pairs)

    def _number(self, document: str) -> int:
        return self._numbers.setdefault(document, len(self._numbers) + 1)

    def rows(self) -> list[dict[str, str]]:
        """Every document cited so far: number and title."""
        return [{"no": str(number), "title": title} for title, number in self._numbers.items()]
