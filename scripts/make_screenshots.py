"""Screenshots of the real counter on the sample township: `python scripts/make_screenshots.py [FOLDER]`.

Each picture is an SVG (fonts named, none fetched) and, where `rsvg-convert` is installed, a PNG. The same input
gives the same files: the day stands still, the office folder is a fresh temporary one.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from caseworker.desk import Desk
from caseworker.tui.app import CounterApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

    Story = Callable[["Pilot[int]"], Awaitable[None]]

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "data" / "samples"
TODAY = date(2026, 11, 20)
SMALL, LARGE = (80, 24), (120, 40)
FONTS = '"Sarasa Mono SC","Noto Sans Mono CJK SC",monospace'
_TURNS = 2000


async def until(pilot: Pilot[int], ready: Callable[[], object]) -> None:
    """Let the counter work until `ready`; SystemExit where that never comes."""
    for _ in range(_TURNS):
        await pilot.pause()
        if ready() and not busy(pilot):
            return
    raise SystemExit("the counter did not get ready")


def busy(pilot: Pilot[int]) -> bool:
    """Whether something saves, concludes or fetches."""
    quiet = {"step", "default"}
    return any(not worker.is_finished and worker.group not in quiet for worker in pilot.app.workers)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Keys one after the other, then everything drawn."""
    await pilot.press(*keys)
    await until(pilot, lambda: True)


async def queue(pilot: Pilot[int]) -> None:
    """The workbench: the draft on top, then what is due first."""
    await press(pilot, "down", "down", "down")


async def draft(pilot: Pilot[int]) -> None:
    """The draft opened on its second member."""
    await press(pilot, "home", "enter")
    await until(pilot, lambda: pilot.app.kind == "case")  # type: ignore[attr-defined]
    await press(pilot, "pagedown", *["enter"] * 7)


async def conclusions(pilot: Pilot[int]) -> None:
    """The reasons of one programme opened."""
    await draft(pilot)
    await press(pilot, "f4", "down", "enter")


async def accept(pilot: Pilot[int]) -> None:
    """The page before acceptance."""
    await draft(pilot)
    await press(pilot, "f5")
    await until(pilot, lambda: type(pilot.app.screen).__name__ == "Reader")


async def case(pilot: Pilot[int]) -> None:
    """An accepted case, its members and its frozen conclusions."""
    await press(pilot, "f3", *"样板雨甲", "enter", "enter")
    await until(pilot, lambda: pilot.app.kind == "closed")  # type: ignore[attr-defined]
    await press(pilot, "f6")


async def menu(pilot: Pilot[int]) -> None:
    """The menu, narrowed by pinyin initials."""
    await draft(pilot)
    await press(pilot, "f9", "x")


async def help_page(pilot: Pilot[int]) -> None:
    """F1 on a field."""
    await draft(pilot)
    await press(pilot, "f1")


PICTURES: tuple[tuple[str, Story, tuple[int, int]], ...] = (
    ("queue-80x24", queue, SMALL),
    ("queue-120x40", queue, LARGE),
    ("draft-80x24", draft, SMALL),
    ("draft-120x40", draft, LARGE),
    ("conclusions-80x24", conclusions, SMALL),
    ("accept-80x24", accept, SMALL),
    ("case-120x40", case, LARGE),
    ("menu-80x24", menu, SMALL),
    ("help-80x24", help_page, SMALL),
)


async def picture(name: str, story: Story, size: tuple[int, int], home: Path, folder: Path) -> None:
    """One story told to a fresh counter, and its last screen written."""
    with Desk(home, TODAY) as desk:
        app = CounterApp(desk)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: app.office_name)
            await story(pilot)
            svg = own_fonts(app.export_screenshot(title=f"caseworker {name}"))
    target = folder / f"{name}.svg"
    target.write_text(svg, encoding="utf-8")
    if shutil.which("rsvg-convert"):
        subprocess.run(["rsvg-convert", "-o", str(target.with_suffix(".png")), str(target)], check=True)


def half_taken_in() -> dict[str, Any]:
    """An application as it stands in the middle of the talk: some facts known, some none, some not asked."""
    applicant = {
        "id": "m1", "name": "示例甲", "relation": "self", "id_number": "529999195003030015", "marital": "widowed",
        "shares_household": True, "disability": {"kind": "physical", "grade": 2}, "illness": "chronic",
        "schooling": "none", "labour": "none", "employment": "none", "categories": [], "insured": True,
        "self_care": {"eating": True, "dressing": True, "bed": True, "toilet": True, "walking": False, "bathing": False},
    }  # fmt: skip
    child = {
        "id": "m2", "name": "示例乙", "relation": "child", "id_number": "529999200507070022", "schooling": "undergraduate",
        "disability": "none", "illness": "none", "categories": [],
    }  # fmt: skip
    return {
        "applied_on": TODAY.isoformat(), "region": "529999", "township": "示例乡", "village": "示例村", "area": "rural",
        "residence_basis": "hukou", "channel": "window", "staff_relative": False, "authorised": True,
        "truth_pledge": True, "members": [applicant, child],
        "incomes": [
            {"member": "m1", "kind": "basic_pension", "amount": "180.00", "per": "month"},
            {"member": None, "kind": "farming", "amount": "3600.00", "per": "year"},
        ],
        "expenses": [], "obligors": [], "hardship": "none",
    }  # fmt: skip


def own_fonts(svg: str) -> str:
    """Name fonts that have Chinese characters, load none from the network, and number the classes the same each time.

    A cell is 12.2 wide; these fonts are half an em wide, so 24.4 keeps the text on the grid without `textLength`.
    """
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:[^;]*;", f"font-family: {FONTS};", svg)
    svg = re.sub(r'(<text class="terminal[^>]* y=")([\d.]+)', lambda m: f"{m[1]}{float(m[2]) + 1.8:.1f}", svg)
    svg = svg.replace("font-size: 20px;", "font-size: 24.4px;").replace("<svg ", '<svg xml:space="preserve" ', 1)
    return re.sub(r"terminal-\d+", "terminal", svg)


async def run(folder: Path) -> None:
    """All pictures, each on its own copy of the sample township's office."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        first = Path(scratch) / "office"
        with Desk(first, TODAY) as desk:
            desk.init_office("529999", "示例乡", [SAMPLES / "示例县-黔.toml"])
            desk.import_file(SAMPLES / "township.jsonl")
            desk.new_draft(half_taken_in())
        for name, story, size in PICTURES:
            home = Path(scratch) / name
            shutil.copytree(first, home)
            await picture(name, story, size, home, folder)
            print(folder / f"{name}.svg")


if __name__ == "__main__":
    asyncio.run(run(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "screenshots"))
    if not shutil.which("rsvg-convert"):
        print("rsvg-convert is not installed: no PNG was made")
