"""The documents keep in step with the program: commands, keys, parameters, examples, the README and its twin."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from caseworker.policy import check_pack

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")), *sorted((ROOT / "benchmarks").glob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def make_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_command_option_and_key_is_described(make_docs: ModuleType) -> None:
    assert (DOCS / "commands.zh-CN.md").read_text("utf-8") == make_docs.commands_page(), "run `make docs`"


def test_every_parameter_is_in_the_table(make_docs: ModuleType) -> None:
    page = (DOCS / "policy-packs.md").read_text("utf-8")
    assert page == make_docs.with_parameters(page), "run `make docs`"


def test_the_example_pack_is_in_order(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", (DOCS / "policy-packs.md").read_text("utf-8"), re.DOTALL)
    file = tmp_path / "county.toml"
    file.write_text(example, "utf-8")
    assert check_pack(file).header.id == "my-county"


def test_the_answer_in_the_readmes_is_what_the_program_prints(make_docs: ModuleType) -> None:
    answer = make_docs.excerpt()
    for readme in make_docs.READMES:
        page = readme.read_text("utf-8")
        assert page == make_docs.with_excerpt(page, answer), "run `make docs`"


def test_the_two_readmes_have_the_same_shape() -> None:
    english, chinese = (_shape(ROOT / name) for name in ("README.md", "README.zh-CN.md"))
    assert english == chinese


def _shape(page: Path) -> tuple[list[int], list[str], int]:
    """Levels of the headings, the pictures, how many blocks of code."""
    text = page.read_text("utf-8")
    plain = _FENCED.sub("", text)
    headings = [len(marks) for marks in re.findall(r"^(#+) ", plain, re.MULTILINE)]
    return headings, re.findall(r"!\[[^]]*\]\(([^)]+)\)", plain), len(_FENCED.findall(text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    missing = [link for link in _LINK.findall(_FENCED.sub("", page.read_text("utf-8"))) if not _there(page, link)]
    assert missing == []


def _there(page: Path, link: str) -> bool:
    return (page.parent / link).exists()


def test_every_make_target_of_the_readmes_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"`make ([a-z-]+)", (ROOT / name).read_text("utf-8")))
        assert named <= targets, name


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock", "requirements-dev.lock"])
def test_locks_are_plain_lines_in_order(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9A-Za-z.]+", line) for line in lines)
    assert lines == sorted(lines, key=str.lower)


def test_the_narrow_locks_agree_with_the_wide_one() -> None:
    wide = set((ROOT / "requirements-dev.lock").read_text("utf-8").splitlines())
    for name in ("requirements.lock", "requirements-build.lock"):
        assert set((ROOT / name).read_text("utf-8").splitlines()) <= wide, name
