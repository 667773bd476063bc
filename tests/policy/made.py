"""Packs of made-up counties, written as text."""

from __future__ import annotations

from pathlib import Path

from caseworker.policy import PolicyFaults, check_pack, load_policy

SOURCE = "示例县参数（测试用，非政策）"


def value(name: str, text: str, start: str = "2018-01-01", **more: str) -> str:
    """A `[[value]]` row; `text` and `more` are TOML as it stands."""
    rest = "".join(f"{key} = {item}\n" for key, item in more.items())
    return f'[[value]]\nname = "{name}"\nvalue = {text}\nfrom = {start}\ndocument = "{SOURCE}"\n{rest}\n'


def pack(*rows: str, id: str = "demo", region: str = "529999", extends: str | None = "guizhou") -> str:
    """A pack with a header that is in order."""
    parent = f'extends = "{extends}"\n' if extends else ""
    header = f'[pack]\nid = "{id}"\ntitle = "示例县"\nregion = "{region}"\n{parent}version = "2018.1"\n\n'
    return header + "".join(rows)


def save(folder: Path, text: str, name: str = "demo.toml") -> Path:
    """The pack as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path, *beside: Path) -> list[str]:
    """What `policy check` says; none where the pack is in order."""
    try:
        check_pack(path, beside)
    except PolicyFaults as found:
        return found.lines
    return []


def load_faults(*paths: Path) -> list[str]:
    """What loading the packs says."""
    try:
        load_policy(paths)
    except PolicyFaults as found:
        return found.lines
    return []
