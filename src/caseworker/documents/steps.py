"""The papers and the statutory clocks of a case, as rows for the paper. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from caseworker.documents import wording
from caseworker.documents.sources import Sources
from caseworker.household.labels import label

Facts = Mapping[str, Any]


def paper_rows(papers: Sequence[Facts]) -> list[dict[str, str]]:
    """The papers by what is to be done about them, as rows of label and text; empty rows are left out.

    A paper is due when the fact that calls for it is there (`applies`). Its `present` is true, false or, where nobody
    has recorded it, None: not recorded is not the same as missing.
    """
    if not papers:
        return [{"label": "材料", "text": "本案没有材料清单"}]
    due = [p for p in papers if p["need"] in ("required", "if_present") and p.get("applies")]
    groups = {
        "应交": due,
        **_received(papers, due),
        "可后补": [p for p in papers if p["need"] == "later" and p.get("applies") and not p.get("present")],
        "视事实待定": [p for p in papers if p["need"] != "not_needed" and p.get("applies") is None],
    }
    return [
        {"label": name, "text": wording.listed(p["name"] for p in group)}
        for name, group in groups.items()
        if group or name in ("应交", "已收", "尚缺")
    ]


def _received(papers: Sequence[Facts], due: Sequence[Facts]) -> dict[str, Sequence[Facts]]:
    """What came, what did not, what nobody recorded; one row where nothing has been recorded at all."""
    if all(p.get("present") is None for p in papers):
        return {"收取情况": [{"name": "尚未登记"}]}
    return {
        "已收": [p for p in papers if p.get("present")],
        "尚缺": [p for p in due if p.get("present") is False],
        "收取未登记": [p for p in due if p.get("present") is None],
    }


def clock_rows(clocks: Facts, sources: Sources) -> list[dict[str, str]]:
    """The statutory clocks by due date: what, due, period, citation.

    `clocks` is one list in the contract's form or one for each programme; programmes whose clock ends on the same day
    after the same time share a row, which names them where it does not speak for all.
    """
    lists = _lists(clocks)
    shared: dict[tuple[str, ...], dict[str, Facts]] = {}
    for programme, group in lists.items():
        for clock in group["clocks"]:
            shared.setdefault((clock["due"], clock["id"], _period(clock)), {})[programme] = clock
    return [
        _row(due, period, by_programme, len(by_programme) < len(lists), sources)
        for (due, _, period), by_programme in sorted(shared.items(), key=lambda pair: pair[0][0])
    ]


def calendar_complete(clocks: Facts) -> bool:
    """Whether every due date lies within the announced years of holidays."""
    return all(group.get("calendar_complete", True) for group in _lists(clocks).values())


def _lists(clocks: Facts) -> dict[str, Facts]:
    lists = {"": clocks} if "clocks" in clocks else clocks
    return {programme: group for programme, group in lists.items() if group["clocks"]}


def _row(due: str, period: str, clocks: Mapping[str, Facts], naming: bool, sources: Sources) -> dict[str, str]:
    words = {clock.get("label") or label("clock", clock["id"]): clock["id"] for clock in clocks.values()}
    what = next(iter(words)) if len(words) == 1 else label("clock", next(iter(words.values())))
    programmes = "、".join(label("programme", programme) for programme in clocks)
    return {
        "what": f"{programmes}：{what}" if naming else what,
        "due": wording.day(due),
        "period": period,
        "citation": "、".join(dict.fromkeys(sources.cite(clock.get("citation")) for clock in clocks.values())),
    }


def _period(clock: Facts) -> str:
    units = {"working_days": "个工作日", "days": "日", "hours": "小时"}
    return next((f"{clock[unit]}{word}" for unit, word in units.items() if clock.get(unit) is not None), "")
