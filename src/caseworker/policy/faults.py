"""What is wrong with a policy pack, and what a policy has no answer for."""

from __future__ import annotations

from collections.abc import Sequence


class PolicyFaults(ValueError):
    """A pack is not in order (exit 2); `lines` lists every fault as `row N name: what is wrong: what is allowed`."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)
        super().__init__("\n".join(self.lines))


class PolicyMissing(LookupError):
    """The policy gives no answer for a region or a day (exit 3); `lines` say which pack is missing."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)
        super().__init__("\n".join(self.lines))
