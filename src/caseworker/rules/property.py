"""Property (财产): money, vehicles, dwellings, businesses against the limits of the place, or the worker's own finding.

最低生活保障审核确认办法第十四条; rules.md 3. `within_limits` answers only tests for which the policy gives no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from caseworker.household import Assets, Household
from caseworker.policy import PolicyDay, Value
from caseworker.rules.logic import NO, YES, Number, Truth, all_of, known, times, undecided, unknown
from caseworker.rules.text import ratio, yuan

FACTS = ("assets",)
_COUNTED_VEHICLES = ("car", "truck", "boat", "other")  # rules.md 10.3


class Finding(NamedTuple):
    """The outcome of the property test, its arithmetic, and the local figure it rests on (None: the worker's)."""

    truth: Truth
    working: str
    source: Value | None


def within_limits(
    household: Household, law: PolicyDay, area: str, use: Sequence[str], heads: int, standard: Value | None
) -> Finding:
    """Whether the household's property is within the limits of `use` (the first use that has a figure speaks).

    `standard` is the dibao standard of the area (yuan/month or yuan/year as its name says); equal to a limit passes.
    """
    figures = _figures(law, area, tuple(use))
    assets = household.assets
    limit = _money_limit(figures["financial_multiple"], standard, area, heads)
    if assets is None:
        return Finding(unknown("assets"), "" if limit is None else f"金融资产上限 {yuan(limit)}", None)
    finding = known(assets.within_limits, "assets.within_limits")
    parts = [
        _money(assets, figures["financial_multiple"], limit, finding),
        _count(_vehicles(assets), "assets.vehicles", figures["vehicles"], finding),
        _count(assets.homes, "assets.homes", figures["homes"], finding),
        _businesses(assets, finding),
    ]
    source = next((value for value in figures.values() if value is not None), None)
    return Finding(all_of(parts), _working(assets, figures, limit, heads), source)


@lru_cache(maxsize=512)
def _figures(law: PolicyDay, area: str, use: tuple[str, ...]) -> dict[str, Value | None]:
    """The limits of the place: test → figure of the first use that has one (the same for every household of a day)."""
    return {
        test: next((v for name in use if (v := law.get(f"assets.{test}.{name}", area)) is not None), None)
        for test in ("financial_multiple", "vehicles", "homes")
    }


def _money_limit(multiple: Value | None, standard: Value | None, area: str, heads: int) -> Number | None:
    """The limit in fen: multiple × yearly standard a head × heads."""
    if multiple is None or standard is None:
        return None
    yearly = standard.value * (12 if area == "urban" else 1)
    return times(int(yearly) * heads, multiple.value)


def _money(assets: Assets, multiple: Value | None, limit: Number | None, finding: Truth) -> Truth:
    if multiple is None:
        return finding
    if limit is None:
        return undecided("dibao.standard")
    return known(None if assets.financial is None else assets.financial <= limit, "assets.financial")


def _vehicles(assets: Assets) -> int | None:
    if assets.vehicles is None:
        return None
    return sum(vehicle.kind in _COUNTED_VEHICLES for vehicle in assets.vehicles)


def _count(number: int | None, path: str, allowed: Value | None, finding: Truth) -> Truth:
    if allowed is None:
        return finding
    return known(None if number is None else number <= allowed.value, path)


def _businesses(assets: Assets, finding: Truth) -> Truth:
    """No policy gives a figure: none is fine, some are the worker's finding (社会救助兜底通知 一（二）: 看实际营收)."""
    if assets.businesses == 0 or finding.value:
        return YES
    if assets.businesses is None:
        path = unknown("assets.businesses")
        return path if finding.value is False else unknown("assets.businesses", *finding.missing)
    return finding if finding.value is None else NO


def _working(assets: Assets, figures: dict[str, Value | None], limit: Number | None, heads: int) -> str:
    parts = []
    multiple = figures["financial_multiple"]
    if limit is not None and assets.financial is None:
        parts.append(f"金融资产上限 {yuan(limit)}")
    elif limit is not None and multiple is not None and assets.financial is not None:
        sign = "≤" if assets.financial <= limit else ">"
        parts.append(
            f"金融资产 {yuan(assets.financial)} {sign} {yuan(limit)}（年标准 × {ratio(multiple.value)} × {heads}人）"
        )
    for name, number, label in (("vehicles", _vehicles(assets), "机动车辆"), ("homes", assets.homes, "住房")):
        allowed = figures[name]
        if allowed is not None and number is not None:
            parts.append(f"{label} {number} {'≤' if number <= allowed.value else '>'} {allowed.value}")
    if any(value is None for value in figures.values()) and assets.within_limits is not None:
        parts.append(f"当地没有数值的项目由经办人认定：{'符合' if assets.within_limits else '不符合'}规定")
    return "；".join(parts)
