"""The queue: by deadline, a page at a time, found by what a clerk remembers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_made import DAY, ID_A, ID_B, accept, household, member, numbers

from caseworker.store import CaseRow, Store, open_store

ODD_NAMES = ["张%三", "张_三", "张\\三", "[/]", "[red]李四", "'; DROP TABLE cases; --", "*", '"引号"', "O'Brien"]


def _taken(store: Store, name: str = "示例甲", village: str = "示例村", **more: Any) -> str:
    return accept(store, household(member(name, **more), village=village)).number


def test_the_nearest_deadline_comes_first_and_none_comes_last(store: Store) -> None:
    for due in (None, "2026-05-01", "2026-03-09", None, "2026-03-09"):
        accept(store, due=due)
    assert numbers(store) == ["2026-0003", "2026-0005", "2026-0002", "2026-0001", "2026-0004"]


def test_numbers_are_ordered_as_numbers(store: Store) -> None:
    store._connection.execute("INSERT INTO counters VALUES ('case-2026', 9998)")
    found = [accept(store).number for _ in range(2)] + [accept(store, accepted_on=date(2025, 6, 3)).number]
    assert found == ["2026-9999", "2026-10000", "2025-0001"]
    assert numbers(store) == ["2025-0001", "2026-9999", "2026-10000"]


def test_overdue_is_what_should_have_been_done_before_today(store: Store) -> None:
    for due in ("2026-03-01", "2026-03-02", None):
        accept(store, due=due)
    assert [row.overdue for row in store.queue(today=DAY).rows] == [True, False, False]
    assert [row.overdue for row in store.queue(today=date(2026, 3, 3)).rows] == [True, True, False]


def test_pages_join_without_gap_or_repeat(store: Store) -> None:
    with store.transaction():
        for index in range(23):
            accept(store, due=None if index % 5 == 0 else str(DAY + timedelta(days=index % 7)))
    whole = numbers(store)
    pages = [store.queue(today=DAY, offset=offset, limit=10) for offset in (0, 10, 20, 30)]
    assert [page.total for page in pages] == [23] * 4
    assert [row.number for page in pages for row in page.rows] == whole
    assert [len(page.rows) for page in pages] == [10, 10, 3, 0]


def test_a_search_pages_and_counts_like_the_whole(store: Store) -> None:
    with store.transaction():
        for index in range(12):
            _taken(store, "示例甲" if index % 3 else "测试乙")
    page = store.queue("测试", today=DAY, offset=2, limit=5)
    assert (page.total, [row.number for row in page.rows]) == (4, ["2026-0007", "2026-0010"])


def test_a_search_with_very_many_hits_is_paged_in_the_same_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from caseworker.store import queue

    with store.transaction():
        for index in range(9):
            accept(store, due=str(DAY + timedelta(days=(index * 5) % 9)))
    few = store.queue("示例", "accepted", today=DAY, offset=2, limit=4)
    monkeypatch.setattr(queue, "_MANY", 0)
    assert store.queue("示例", "accepted", today=DAY, offset=2, limit=4) == few
    assert few.total == 9


def test_a_stage_narrows_the_queue(store: Store) -> None:
    accept(store)
    accept(store)
    store._connection.execute("UPDATE cases SET stage = 'closed' WHERE serial = 1")
    assert numbers(store, stage="accepted") == ["2026-0002"]
    assert numbers(store, "示例", stage="closed") == ["2026-0001"]
    assert store.queue("示例", "closed", today=DAY).total == 1
    assert store.queue(stage="nowhere", today=DAY).total == 0


@pytest.mark.parametrize(
    "search",
    [
        "0019", "010019", ID_A, "529999 19900101 0019", "529999-19900101-0019", "００１９",
        "阿卜杜拉·买买提", "阿卜杜拉买买提", "阿卜杜拉•买买提", "阿卜杜拉．买买提", "阿卜杜拉 买买提", "卜杜", "买买提",
        "abdlmmt", "ABDL", "ａｂｄ",
        "北坡村", "坡", "北 坡", "3组", "３组",
        "2026-0002", "0002", "2026-0002 北坡", "北坡 买买提 0019",
    ],
)  # fmt: skip
def test_a_case_is_found_by_what_a_clerk_remembers(store: Store, search: str) -> None:
    _taken(store, "张三", "示例村")
    number = _taken(store, "阿卜杜拉·买买提", "北坡村3组", id_number=ID_A)
    _taken(store, "李四", "示例村", id_number=ID_B)
    assert numbers(store, search) == [number]


@pytest.mark.parametrize(
    "search",
    [
        "019",
        "529999",
        "0018",
        "1990",
        "bdl",
        "买提阿",
        "北坡村 李四",
        "2026-0009",
        "2025-",
        "甲村",
        "·",
        "%",
        "_",
        "？",
    ],
)
def test_what_does_not_fit_finds_nothing(store: Store, search: str) -> None:
    _taken(store, "阿卜杜拉买买提", "北坡村", id_number=ID_A)
    assert numbers(store, search) == []


@pytest.mark.parametrize("blank", ["", "   ", "\u3000"])
def test_a_blank_search_is_no_search(store: Store, blank: str) -> None:
    _taken(store)
    assert len(numbers(store, blank)) == 1


def test_two_character_names_are_found_whole_and_by_one_character(store: Store) -> None:
    number = _taken(store, "王甲", "上村")
    _taken(store, "甲", "上村")
    assert numbers(store, "王甲") == [number]
    assert numbers(store, "王") == [number]
    assert numbers(store, "wj") == [number]


def test_every_member_is_found_not_only_the_applicant(store: Store) -> None:
    facts = household(member("示例甲"), member("测试丁", "child", id_number=ID_B))
    number = accept(store, facts).number
    for search in ("测试丁", "csd", "003x", "003X"):
        assert numbers(store, search) == [number], search


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_found_as_they_are_and_nothing_else_is(store: Store, name: str) -> None:
    for other in (*ODD_NAMES, "张三", "李四"):
        _taken(store, other, "上村")
    rows = store.queue(name, today=DAY).rows
    assert [row.applicant for row in rows] == [name]


def test_a_long_pasted_text_finds_nothing_and_breaks_nothing(store: Store) -> None:
    _taken(store)
    assert numbers(store, "很长 的 一段 话 " * 2000) == []
    assert numbers(store, "长" * 100_000) == []


def test_an_update_is_found_by_its_new_words_only(store: Store) -> None:
    accept(store, household(member("示例甲", id_number=ID_A), reference="T-1"))
    number = accept(store, household(member("示例乙", id_number=ID_B), reference="T-1")).number
    assert numbers(store, "003X") == numbers(store, "示例乙") == [number]
    assert numbers(store, "0019") == numbers(store, "示例甲") == []


_names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(name=_names, search=st.text(max_size=12))
def test_any_name_is_found_by_itself_and_any_search_is_answered(name: str, search: str) -> None:
    with open_store(":memory:") as store:
        number = _taken(store, name)
        page = store.queue(search, today=DAY)
        assert page.total == len(page.rows) <= 1
        assert numbers(store, name) == [number] or not name.strip()


def test_rows_are_plain_and_frozen(store: Store) -> None:
    _taken(store)
    row = store.queue(today=DAY).rows[0]
    assert type(row) is CaseRow
    with pytest.raises(AttributeError):
        row.stage = "x"  # type: ignore[misc]
