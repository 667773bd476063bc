"""Write data/samples: the sample township, its small neighbour in Hebei, and the table of what each household shows.

`python scripts/make_samples.py [FOLDER]`; needs the standard library only. The same script gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from samples.build import Place, Sample, household
from samples.people import Facts
from samples.tables import JI, NEIGHBOUR, QIAN, TOWNSHIP

OUT = Path(__file__).resolve().parent.parent / "data" / "samples"

_HEAD = """# 示例乡

这里的人和县都不存在：姓名是“示例、样例、测试”之类，身份号码用虚构区划 529999、139999（校验码正确），
各项标准是随意编的数字，**不是政策**。各户和本页由 `scripts/make_samples.py` 生成，要改就改脚本；两个 toml 直接改。

| 文件 | 内容 |
| --- | --- |
| `township.jsonl` | 示例乡 {qian} 户，一行一户；配合 `示例县-黔.toml` |
| `township-ji.jsonl` | 示例镇 {ji} 户；配合 `示例县-冀.toml` |
| `示例县-黔.toml`、`示例县-冀.toml` | 两个示例县的参数，2026年7月1日有一次调标 |

演示日为 2026-11-20。每户的 `reference` 就是下表的编号。
"""


def files(place: Place, rows: Sequence[Sample]) -> list[Facts]:
    """The household files of a place; raises ValueError where two rows share a code or two people a number."""
    made = [household(row, number, place) for number, row in enumerate(rows)]
    _all_different("reference", [str(file["reference"]) for file in made])
    _all_different("id_number", [str(number) for number in id_numbers(made)])
    return made


def id_numbers(made: Sequence[Facts]) -> list[object]:
    """Every ID number of the files."""
    people = [person for file in made for person in file["members"]]  # type: ignore[attr-defined]
    return [person["id_number"] for person in people if person.get("id_number")]


def jsonl(made: Sequence[Facts]) -> str:
    """One household file a line."""
    return "".join(json.dumps(file, ensure_ascii=False) + "\n" for file in made)


def readme() -> str:
    """The table of references and what each household shows."""
    parts = [_HEAD.format(qian=len(TOWNSHIP), ji=len(NEIGHBOUR))]
    for title, rows in (("示例乡（529999）", TOWNSHIP), ("示例镇（139999）", NEIGHBOUR)):
        parts.append(f"\n## {title}\n\n| 编号 | 说明 |\n| --- | --- |\n")
        parts += [f"| {row.code} | {row.shows} |\n" for row in rows]
    return "".join(parts)


def write(folder: Path) -> None:
    """Write the three generated files; the two packs are kept by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "township.jsonl": jsonl(files(QIAN, TOWNSHIP)),
        "township-ji.jsonl": jsonl(files(JI, NEIGHBOUR)),
        "README.md": readme(),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _all_different(what: str, values: Sequence[str]) -> None:
    twice = {value for value in values if values.count(value) > 1}
    if twice:
        raise ValueError(f"{what} used twice: {sorted(twice)}")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
