"""Reading a file that somebody handed in, whole or line by line; what is wrong with it is one Chinese line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from caseworker.desk.faults import DeskError

MEGABYTE = 1024 * 1024
WHOLE_LIMIT = 8 * MEGABYTE
LINE_LIMIT = 4 * MEGABYTE


def read_whole(source: str, limit: int = WHOLE_LIMIT) -> bytes:
    """All bytes of the file `source` ("-" = standard input); never reads beyond `limit` bytes; raises DeskError."""
    with opened(source) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise DeskError(f"{source}: 文件超过 {limit // MEGABYTE} MB: 一个家庭文件只有几十 KB，请核对是不是拿错了文件")
    return data


def read_lines(source: str, limit: int = LINE_LIMIT) -> Iterator[tuple[int, bytes | None]]:
    """(line number, bytes) of every line that is not blank; None stands for a line longer than `limit` bytes."""
    with opened(source) as stream:
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            too_long = len(line) > limit
            while line and not line.endswith(b"\n") and len(line) > limit:
                line = stream.readline(limit + 1)
            if too_long:
                yield number, None
            elif line.strip():
                yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """The file as a binary stream; a missing file, a folder or a refused one is a DeskError."""
    if source == "-":
        yield sys.stdin.buffer
        return
    path = Path(source)
    try:
        if path.is_dir():
            raise DeskError(f"{source}: 是文件夹，不是文件: 写明其中的一个文件")
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise DeskError(f"{source}: {reason(error)}: 核对路径和文件名") from None
    with stream:
        yield stream


def reason(error: Exception) -> str:
    """Why the system refused a file, in Chinese."""
    if isinstance(error, FileNotFoundError):
        return "找不到这个文件"
    if isinstance(error, PermissionError):
        return "没有权限打开"
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return "路径里的文件和文件夹弄混了"
    return "打不开"
