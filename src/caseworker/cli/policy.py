"""`caseworker policy …`: the parameter packs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="政策包（TOML）")],
    pack: Annotated[
        list[str] | None, typer.Option("--pack", metavar="FILE", help="它的上级政策包，不在同一文件夹时写明")
    ] = None,
) -> None:
    """检查一个政策包：参数名、类型、常理范围和法定范围；有错逐行列出，退出码 2。"""
    from caseworker.desk.checking import check_pack_file

    print(check_pack_file(Path(file), [Path(name) for name in pack or []]))
