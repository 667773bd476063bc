"""Where the data of the package lies: in the wheel beside the code, in a checkout at the root of the repository."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data_path(*parts: str) -> Traversable:
    """A file or folder under `data/`, e.g. data_path("policy", "clocks.toml"); whether it exists is for the caller.

    Raises FileNotFoundError where there is no data folder at all: the installation is broken.
    """
    from importlib.resources import files

    packaged = files("caseworker").joinpath("data")
    checkout = Path(__file__).resolve().parents[2] / "data"
    root: Traversable = packaged if packaged.is_dir() else checkout
    if not root.is_dir():
        raise FileNotFoundError("程序的 data 文件夹不在: 请重新安装 caseworker")
    return root.joinpath(*parts)
