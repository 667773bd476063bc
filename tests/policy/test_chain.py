"""Which packs speak: from the leaf by `extends` up to the nation, or the nearest shipped pack of a region."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.policy.made import faults, load_faults, pack, save, value

from caseworker.policy import PolicyMissing, load_policy
from caseworker.policy.chain import covers, pack_chain, within


def ids(*paths: Path, region: str | None = None) -> list[str]:
    """The packs that speak, root first."""
    return [found.header.id for found in pack_chain(paths, region)]


@pytest.mark.parametrize(
    ("region", "leaf"),
    [
        ("520000", "guizhou"),
        ("520102", "guizhou"),
        ("130000", "hebei"),
        ("139999", "hebei"),
        ("130200", "tangshan"),
        ("130281", "tangshan"),
        ("133100", "xiongan"),
    ],
)
def test_the_nearest_shipped_pack_of_a_region(region: str, leaf: str) -> None:
    parents = {"tangshan": ["cn", "hebei"], "xiongan": ["cn", "hebei"]}.get(leaf, ["cn"])
    assert ids(region=region) == [*parents, leaf]
    assert load_policy(region=region).region == region


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("110000", "region: 没有适用于地区 110000 的政策包: 用 --pack 给出当地的政策包"),
        (None, "region: 没有写明地区: 6位行政区划代码，或用 --pack 给出县级政策包"),
    ],
)
def test_a_region_without_pack(region: str | None, said: str) -> None:
    with pytest.raises(PolicyMissing) as caught:
        load_policy(region=region)
    assert caught.value.lines == [said]


def test_the_last_pack_is_the_leaf_and_brings_its_region(tmp_path: Path) -> None:
    city = save(tmp_path, pack(id="city", region="520100"), "city.toml")
    leaf = save(tmp_path, pack(extends="city"))
    assert ids(city, leaf) == ["cn", "guizhou", "city", "demo"]
    assert ids(leaf, city) == ["cn", "guizhou", "city"]
    assert load_policy([city, leaf]).region == "529999"


def test_a_parent_is_looked_for_beside_the_pack(tmp_path: Path) -> None:
    save(tmp_path, pack(id="city", region="520100"), "贵阳.toml")
    save(tmp_path, "这不是政策包", "坏的.toml")
    leaf = save(tmp_path, pack(extends="city"))
    assert ids(leaf) == ["cn", "guizhou", "city", "demo"]
    assert faults(leaf) == []


def test_a_parent_that_was_given_goes_before_one_that_lies_beside(tmp_path: Path) -> None:
    save(tmp_path, pack(value("edge.ratio", '"1.6"'), id="city", region="520100"), "old.toml")
    (tmp_path / "new").mkdir()
    given = save(tmp_path / "new", pack(value("edge.ratio", '"1.7"'), id="city", region="520100"), "city.toml")
    leaf = save(tmp_path, pack(extends="city"))
    assert str(pack_chain([given, leaf], None)[2].values[0].value) == "1.7"


def test_an_unknown_parent(tmp_path: Path) -> None:
    leaf = save(tmp_path, pack(extends="nowhere"))
    assert load_faults(leaf) == faults(leaf) == ["demo: 上级政策包“nowhere”找不到（extends）: 用 --pack 一并给出"]


def test_a_circle(tmp_path: Path) -> None:
    first = save(tmp_path, pack(id="first", extends="second"), "first.toml")
    second = save(tmp_path, pack(id="second", extends="first"), "second.toml")
    assert load_faults(first, second) == ["first: extends 绕成了圈（second）: 上级最终应是 cn"]
    own = save(tmp_path, pack(id="own", extends="own"), "own.toml")
    assert load_faults(own) == ["own: extends 绕成了圈（own）: 上级最终应是 cn"]


def test_a_chain_that_does_not_reach_the_nation(tmp_path: Path) -> None:
    leaf = save(tmp_path, pack(extends=None))
    assert load_faults(leaf) == ["demo: 没有写 extends: 上级最终应是 cn"]


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (line,) = load_faults(tmp_path / name)
    assert line.startswith((f"{name}: 读不了", f"{tmp_path.name}: 读不了"))


def test_a_pack_of_another_place(tmp_path: Path) -> None:
    leaf = save(tmp_path, pack())
    with pytest.raises(PolicyMissing) as caught:
        load_policy([leaf], "130200")
    assert caught.value.lines == ["region: 政策包“示例县”（529999）不适用于地区 130200: 用 --pack 给出当地的政策包"]


@pytest.mark.parametrize(
    ("pack_region", "region", "expected"),
    [
        ("529999", "529999", True),
        ("520000", "529999", True),
        ("529999", "520000", True),
        ("520100", "529999", False),
        ("000000", "139999", True),
        ("130000", "520000", False),
    ],
)
def test_whom_a_pack_covers(pack_region: str, region: str, expected: bool) -> None:
    assert covers(pack_region, region) is expected


def test_a_region_lies_within_a_prefix() -> None:
    assert [within("139999", prefix) for prefix in ("", "13", "52")] == [True, True, False]
