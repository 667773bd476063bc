"""The number of a case (受理编号)."""

from __future__ import annotations


def case_number(year: int, serial: int) -> str:
    """Year of acceptance and serial within it, e.g. "2026-0001"; wider from 10,000 on. Raises ValueError below 1."""
    if serial < 1 or not 1000 <= year <= 9999:
        raise ValueError(f"受理编号不成立（{year}-{serial}）: 四位年份，流水号从 1 起")
    return f"{year}-{serial:04d}"
