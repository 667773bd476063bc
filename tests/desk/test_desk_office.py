"""Setting an office up: checked before it is written, never over another office."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_files import REGION, TODAY, TOWNSHIP, pack_text, write_pack

from caseworker.desk import Desk, DeskError
from caseworker.policy import PolicyFaults, PolicyMissing


def test_an_office_keeps_its_place_and_a_copy_of_its_pack(desk: Desk, pack: Path) -> None:
    office = desk.require_office()
    assert (office.region, office.region_name, office.township) == (REGION, "示例县", TOWNSHIP)
    assert [path.read_bytes() for path in office.packs] == [pack.read_bytes()]


def test_repeating_for_the_same_office_is_harmless(desk: Desk, pack: Path) -> None:
    before = desk.store.head()
    desk.init_office(REGION, TOWNSHIP, [pack])
    desk.init_office(REGION, f" {TOWNSHIP} ")
    assert len(desk.require_office().packs) == 1
    assert desk.store.head() == before


def test_a_new_pack_replaces_the_old_copy(desk: Desk, tmp_path: Path) -> None:
    newer = write_pack(tmp_path, "新标准.toml", version="2021.1")
    office = desk.init_office(REGION, TOWNSHIP, [newer])
    assert [path.name for path in office.packs] == ["01-新标准.toml"]
    assert desk.policy_on(TODAY, REGION).packs[-1]["version"] == "2021.1"


def test_another_office_is_never_overwritten(desk: Desk) -> None:
    with pytest.raises(DeskError, match="没有改动"):
        desk.init_office(REGION, "另一个乡")
    assert desk.require_office().township == TOWNSHIP


def test_a_parent_that_lies_beside_the_pack_comes_along(tmp_path: Path) -> None:
    write_pack(tmp_path, "市.toml", id="city", region="529900")
    county = write_pack(tmp_path, "县.toml", extends="city")
    with Desk(tmp_path / "office", TODAY) as desk:
        office = desk.init_office(REGION, TOWNSHIP, [county])
        assert [path.name for path in office.packs] == ["01-市.toml", "02-县.toml"]
        assert [pack["id"] for pack in desk.policy_on(TODAY, REGION).packs][-2:] == ["city", "demo"]


@pytest.mark.parametrize(
    ("region", "township", "said"),
    [
        ("52999", TOWNSHIP, "6位"),
        ("示例县", TOWNSHIP, "6位"),
        ("５２９９９９", TOWNSHIP, "6位"),
        (REGION, "  ", "township"),
    ],
)
def test_wrong_words_are_refused_before_anything_is_written(
    tmp_path: Path, pack: Path, region: str, township: str, said: str
) -> None:
    home = tmp_path / "new"
    with Desk(home, TODAY) as desk, pytest.raises(DeskError, match=said):
        desk.init_office(region, township, [pack])
    assert not home.exists()


def test_a_faulty_or_foreign_or_missing_pack_leaves_no_office(tmp_path: Path, pack: Path) -> None:
    bad = tmp_path / "坏.toml"
    bad.write_text(pack_text().replace("645.00", "-1"), encoding="utf-8")
    with Desk(tmp_path / "new", TODAY) as desk:
        with pytest.raises(PolicyFaults):
            desk.init_office(REGION, TOWNSHIP, [bad])
        with pytest.raises(PolicyMissing):
            desk.init_office("139999", TOWNSHIP, [pack])
        with pytest.raises(DeskError, match="找不到"):
            desk.init_office(REGION, TOWNSHIP, [tmp_path / "没有.toml"])
        assert desk.office() is None


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path, pack: Path) -> None:
    (tmp_path / "file").write_text("x")
    with Desk(tmp_path / "file", TODAY) as desk, pytest.raises(DeskError, match="不是文件夹"):
        desk.init_office(REGION, TOWNSHIP, [pack])


def test_without_an_office_every_door_says_how_to_set_one_up(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "none", TODAY)
    for ask in (desk.require_office, desk.new_draft, lambda: desk.import_file("x.jsonl")):
        with pytest.raises(DeskError, match="caseworker init"):
            ask()
    assert not (tmp_path / "none").exists()
