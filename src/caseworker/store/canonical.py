"""JSON as the database keeps it, and the digest that proves it unchanged."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any, TypeAlias

from caseworker.store.errors import StoreError

# Whatever JSON can hold.
Json: TypeAlias = Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def _encoder(*, sort_keys: bool) -> Callable[[Json], str]:
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=sort_keys).encode


_IN_ORDER, _SORTED = _encoder(sort_keys=False), _encoder(sort_keys=True)


def _encode(encode: Callable[[Json], str], value: Json) -> str:
    try:
        text = encode(value)
    except (TypeError, ValueError) as error:
        raise StoreError(f"要保存的内容: 不是可保存的数据（{error}）: 应为 JSON 能表示的内容") from error
    # A lone surrogate (half a character, from a broken paste) has no UTF-8 form; escaped, it is kept exactly.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def dump(value: Json) -> str:
    """Write JSON compactly in the order given, so that what is read back prints as it was handed in."""
    return _encode(_IN_ORDER, value)


def canonical(value: Json) -> str:
    """Write the one JSON text of a value: keys sorted, no spaces, UTF-8 characters as they are."""
    return _encode(_SORTED, value)


def digest(value: Json) -> str:
    """Hash the canonical JSON of a value: SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def load(text: str) -> Json:
    """Read stored JSON back; raises StoreError when the stored text has been damaged."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise StoreError("数据库: 里面的内容读不出来，可能已损坏: 请从备份恢复") from error


def plain(text: object) -> str:
    """Make text that SQLite can hold and compare: half characters become the replacement sign."""
    return _SURROGATE.sub("\ufffd", str(text))
