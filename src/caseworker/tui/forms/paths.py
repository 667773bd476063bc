"""Reading and writing one fact of a household file by its path, such as `members[1].disability.grade`."""

from __future__ import annotations

import re
from typing import Any

_PART = re.compile(r"([A-Za-z_]+)|\[(\d+)\]")
# Objects whose every fact is unknown are themselves unknown: `{}` would say "asked" (contract.md, three answers).
_VANISHES = {"assets", "hardship", "self_care", "disability"}


def parts(path: str) -> list[str | int]:
    """`a[1].b` → ["a", 1, "b"]."""
    return [int(index) if index else name for name, index in _PART.findall(path)]


def join(prefix: str, path: str) -> str:
    """A group's path and a field's path as one."""
    return f"{prefix}.{path}" if prefix and path else prefix or path


def get(data: Any, path: str) -> Any:
    """The fact at `path`, None where it, or anything above it, is unknown or holds a word such as "none"."""
    for part in parts(path):
        if isinstance(part, int):
            data = data[part] if isinstance(data, list) and part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def put(data: dict[str, Any], path: str, value: Any) -> None:
    """Set the fact at `path`, making the objects above it; an object left without any fact becomes None again."""
    steps = parts(path)
    trail = _trail(data, steps)
    trail[-1][steps[-1]] = value
    for depth in range(len(steps) - 1, 0, -1):
        name, holder = steps[depth - 1], trail[depth]
        if name in _VANISHES and isinstance(holder, dict) and all(fact is None for fact in holder.values()):
            trail[depth - 1][name] = None


def _trail(data: dict[str, Any], steps: list[str | int]) -> list[Any]:
    """The containers from the file down to the one that holds the last step."""
    trail: list[Any] = [data]
    for step in steps[:-1]:
        holder = trail[-1]
        below = holder[step] if isinstance(step, int) else holder.get(step)
        if not isinstance(below, (dict, list)):
            below = {}
            holder[step] = below
        trail.append(below)
    return trail
