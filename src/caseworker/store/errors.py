"""What can go wrong with the database file, said in one Chinese line with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

# Keyed by SQLite's primary result code (https://www.sqlite.org/rescode.html); the names need sqlite3 loaded, which
# start-up does not pay for.
_ADVICE = {
    3: "没有权限打开数据库: 请检查文件夹权限，或换一个办公文件夹",
    5: "数据库正被别的窗口或程序占用，这一次没有写入: 请等它做完或关掉它，再试一次",
    6: "数据库正被别的窗口或程序占用，这一次没有写入: 请等它做完或关掉它，再试一次",
    8: "数据库是只读的，这一次没有写入: 请检查文件权限、U盘写保护，再试一次",
    10: "读写磁盘出错，这一次没有写入: 请检查磁盘或U盘是否接好，再试一次",
    11: "数据库文件已损坏: 请不要继续录入，从备份恢复",
    13: "磁盘已满，这一次没有写入: 请清出空间，再试一次",
    14: "打不开数据库文件: 请检查路径、文件夹权限，或换一个办公文件夹",
    19: "数据库拒绝了这次写入，原有内容没有改动: 请核对内容，再试一次",
    26: "不是数据库文件，或已损坏: 请从备份恢复，或换一个办公文件夹",
}
_CLOSED = "数据库已经关闭，这一次没有写入: 请重新打开程序，再试一次"
_DAMAGED = "数据库里的内容读不出来，可能已损坏: 请从备份恢复"


class StoreError(Exception):
    """The database cannot do what was asked; `line` is the one Chinese line to show (command line: exit 4)."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def advice(error: Exception) -> str:
    """Say what a `sqlite3.Error` means for a clerk; an unknown code is named so that it can be looked up."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own errors carry no code: the database was closed, or holds bytes that are no text.
        return _CLOSED if "closed" in str(error) else _DAMAGED
    # The low byte is the primary code; the rest only refines it.
    return _ADVICE.get(code & 0xFF, f"数据库出错（代码 {code}），这一次没有写入: 请再试一次，仍不行就从备份恢复")


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn every SQLite error inside the block into a `StoreError` that names the file `where`."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{where}: {advice(error)}") from error
