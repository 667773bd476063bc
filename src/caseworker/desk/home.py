"""Where things lie in an office folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

_NUMBER = re.compile(r"^\d{2}-")


def default_home() -> Path:
    """The folder of the office where nobody named another: the platform's user data folder."""
    from platformdirs import user_data_path

    return user_data_path("caseworker", appauthor=False)


def database(home: Path) -> Path:
    """The case database of an office."""
    return home / "caseworker.db"


def pack_folder(home: Path) -> Path:
    """The folder of the office's own policy packs."""
    return home / "packs"


def local_packs(home: Path) -> list[Path]:
    """The office's policy packs, the leaf last; empty where it has none."""
    return sorted(pack_folder(home).glob("*.toml"))


def keep_packs(home: Path, given: Sequence[Path], chain: Sequence[str]) -> None:
    """Copy the packs beside the database, numbered so that the leaf sorts last; earlier copies are replaced.

    `chain`: SHA-256 of the packs that speak, root first. A parent that was found beside a given pack is copied too;
    without it the copies could not be read.
    """
    contents = {path: path.read_bytes() for path in [*given, *_neighbours(given)]}
    holder: dict[str, Path] = {}
    for path, data in contents.items():
        holder.setdefault(sha256(data).hexdigest(), path)
    speaking = [holder[digest] for digest in chain if digest in holder]
    folder = pack_folder(home)
    folder.mkdir(exist_ok=True)
    old = set(local_packs(home))
    for number, path in enumerate([*(path for path in given if path not in speaking), *speaking], 1):
        target = folder / f"{number:02d}-{_NUMBER.sub('', path.stem)}.toml"
        target.write_bytes(contents[path])
        old.discard(target)
    for left in old:
        left.unlink()


def _neighbours(given: Sequence[Path]) -> list[Path]:
    folders = dict.fromkeys(path.parent for path in given)
    return [file for folder in folders for file in sorted(folder.glob("*.toml")) if file not in given]
