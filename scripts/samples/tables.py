"""The two made-up places and the rows of each, in the order in which they are written."""

from __future__ import annotations

from . import hebei, kinship, lines, means, medical, others, single, special, temporary, unknowns
from .build import Place, Sample

QIAN = Place(
    "529999",
    "示例乡",
    ("样例村", "测试村", "虚构村", "假设村", "例证村", "示范村"),
    ("示例社区", "样板社区"),
)
JI = Place("139999", "示例镇", ("演示村", "试算村"), ("演示社区",))
TOWNSHIP: tuple[Sample, ...] = (
    *lines.ROWS, *kinship.ROWS, *unknowns.ROWS, *means.ROWS, *single.ROWS, *special.ROWS, *temporary.ROWS,
    *medical.ROWS, *others.ROWS,
)  # fmt: skip
NEIGHBOUR: tuple[Sample, ...] = tuple(hebei.ROWS)
