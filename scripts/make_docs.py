"""Write the generated parts of docs/ from the program itself: `make docs`; a test keeps them in step.

docs/commands.zh-CN.md whole (commands, options, the counter's keys); in docs/policy-packs.md the table of parameters;
in README.md and its twin what `caseworker check` prints for one household.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperOption

from caseworker.cli.app import app
from caseworker.policy import definitions
from caseworker.policy.parameters import Legal, Parameter
from caseworker.tui.commands import CASE, CLOSED, COMMANDS, QUEUE, key_name

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
SAMPLES = ROOT / "data" / "samples"
BEGIN, END = "<!-- parameters: made by scripts/make_docs.py -->", "<!-- end of parameters -->"
_ABOUT = "本页由 `make docs` 从程序生成。查一条命令也可以在终端里写 `caseworker 命令 --help`。"
_PLACES = {QUEUE: "工作台", CASE: "办理中的案卷", CLOSED: "已受理的案卷"}
_TYPES = {
    "money": "金额", "ratio": "比例", "integer": "整数", "bool": "true/false", "word": "一个词", "words": "词的列表",
    "deduction": "`{rate, cap_month}`", "bands": "分段 `{from, to, rate}`", "grades": "残疾等级表",
}  # fmt: skip
_UNITS = {
    "yuan/month": "元/月", "yuan/year": "元/年", "yuan": "元", "working days": "工作日", "years": "年（岁）",
    "months": "月", "hours": "小时", "×": "倍",
}  # fmt: skip
_SETTERS = {"nation": "国家", "province": "省", "city": "市", "county": "县"}


def main() -> None:
    """Write all of them."""
    (DOCS / "commands.zh-CN.md").write_text(commands_page(), "utf-8")
    packs = DOCS / "policy-packs.md"
    packs.write_text(with_parameters(packs.read_text("utf-8")), "utf-8")
    answer = excerpt()
    for readme in READMES:
        readme.write_text(with_excerpt(readme.read_text("utf-8"), answer), "utf-8")


def commands_page() -> str:
    """docs/commands.zh-CN.md: every command with its arguments and options, then the keys of the counter."""
    root: Any = typer.main.get_command(app)
    lines = ["# 命令和按键", "", _ABOUT, "", "## 命令", ""]
    for path, command in walk(root, "caseworker"):
        lines += command_lines(path, command)
    return "\n".join([*lines, "## 柜台界面的键", "", *key_table()]) + "\n"


def walk(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The command and all below it, each with the words that lead to it."""
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from walk(below, f"{path} {name}")


def command_lines(path: str, command: Any) -> list[str]:
    """One section: what the command does, its arguments and options."""
    params = [(parameter_name(param), parameter_told(param)) for param in command.params]
    told = inspect.cleandoc(command.help or "").split("\n")
    rows = table(("参数或选项", "说明"), [(f"`{name}`", words) for name, words in params]) if params else []
    return [f"### `{path}`", "", *told, "", *rows, *([""] if rows else [])]


def parameter_name(param: Any) -> str:
    """As it is written on the command line: `FILE`, `[FILE]`, `--out DIR`."""
    if isinstance(param, TyperArgument):
        name = param.metavar or param.name.upper()
        return name if param.required else f"[{name}]"
    names = ", ".join(sorted(param.opts, key=len, reverse=True))
    return names if param.is_flag else f"{names} {param.metavar or '值'}"


def parameter_told(param: Any) -> str:
    """What it is for, whether it must be given, whether it may be repeated."""
    notes = ["必填"] if param.required and isinstance(param, TyperOption) else []
    notes += ["可重复"] if getattr(param, "multiple", False) else []
    notes += [f"环境变量 `{param.envvar}`"] if getattr(param, "envvar", None) else []
    return (param.help or "") + (f"（{'；'.join(notes)}）" if notes else "")


def key_table() -> list[str]:
    """The counter's registry of commands as a table."""
    rows = [
        (
            "、".join(f"`{key_name(key)}`" for key in command.keys.split(",")),
            command.title,
            command.help,
            "、".join(name for place, name in _PLACES.items() if place in command.screens),
        )
        for command in COMMANDS
    ]
    return table(("键", "做什么", "说明", "在哪里"), rows)


def with_parameters(page: str) -> str:
    """docs/policy-packs.md with the table between its two marks made anew; raises ValueError where a mark is gone."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"docs/policy-packs.md has lost its marks: {BEGIN} … {END}")
    return "\n".join([f"{before}{BEGIN}", "", *parameter_table(definitions().values()), "", f"{END}{after}"])


def excerpt() -> str:
    """What `caseworker check` prints on a terminal of 80 columns for the sample's second household, first programme."""
    with tempfile.TemporaryDirectory(prefix="caseworker-docs-") as folder:
        file = Path(folder) / "household.json"
        file.write_text((SAMPLES / "township.jsonl").read_text("utf-8").splitlines()[1], "utf-8")
        command = [sys.executable, "-m", "caseworker", "check", str(file), "--pack", str(SAMPLES / "示例县-黔.toml")]
        settings = os.environ | {"COLUMNS": "80", "CASEWORKER_HOME": folder, "PYTHONUTF8": "1"}
        done = subprocess.run(command, env=settings, check=True, capture_output=True, encoding="utf-8")
    return "\n\n".join(done.stdout.split("\n\n")[:2])


def with_excerpt(page: str, answer: str) -> str:
    """A README with the answer under its `$ caseworker check` line made anew; raises ValueError without that line."""
    block = re.compile(r"(^\$ caseworker check household\.json .*\n)(?:.*\n)*?(?=^```)", re.MULTILINE)
    made, count = block.subn(lambda found: f"{found[1]}{answer}\n", page)
    if count != 1:
        raise ValueError("the README has lost its `$ caseworker check household.json` block")
    return made


def parameter_table(parameters: Iterable[Parameter]) -> list[str]:
    """Every parameter: name, label, form, plausible range, what the law allows, who sets it."""
    titles = ("参数", "名称", "写法", "防错范围", "法定范围", "谁来定")
    return table(titles, [parameter_row(parameter) for parameter in parameters])


def parameter_row(parameter: Parameter) -> tuple[str, ...]:
    """One line of the table."""
    unit = _UNITS.get(parameter.unit, parameter.unit)
    form = _TYPES[parameter.type] + (f"，{unit}" if unit else "")
    words = "、".join(f"`{word}`" for word in parameter.words)
    return (
        f"`{parameter.name}`",
        parameter.label,
        f"{form}：{words}" if words else form,
        span(parameter.low, parameter.high),
        "<br>".join(legal_words(law) for law in parameter.legal),
        "、".join(_SETTERS[who] for who in parameter.set_by),
    )


def legal_words(law: Legal) -> str:
    """What a law allows, for whom, from when, and where it says so."""
    place = f"区划{law.region}开头：" if law.region else ""
    since = f"{law.start} 起" if law.start else ""
    allowed = f"不低于 `{law.relative_to}` × {number(law.times)}" if law.relative_to else span(law.low, law.high)
    return f"{place}{since}{allowed}（{law.document}{law.clause}）"


def span(low: Fraction | None, high: Fraction | None) -> str:
    """`0.1—0.3`; empty where nothing bounds it."""
    return "" if low is None and high is None else f"{number(low)}—{number(high)}"


def number(value: Fraction | None) -> str:
    """A bound of parameters.toml as it is written there; all are finite decimals."""
    if value is None:
        return "…"
    whole, rest = divmod(value * 10000, 10000)
    return str(int(whole)) if not rest else f"{int(whole)}.{int(rest):04d}".rstrip("0")


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table; a bar inside a cell is escaped."""
    cells = [titles, ["---"] * len(titles), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells]


if __name__ == "__main__":
    main()
