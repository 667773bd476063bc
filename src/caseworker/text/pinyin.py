"""Pinyin initials, by which names and menu entries are found: 示例甲 -> "slj"."""

from __future__ import annotations

import os
from functools import cache

from caseworker.text.entry import halfwidth

# Surnames that begin with another letter than the commonest reading of the character does.
_SURNAMES = {
    "万俟": "mq", "尉迟": "yc", "长孙": "zs", "澹台": "tt", "单于": "cy",
    "曾": "z", "单": "s", "解": "x", "仇": "q", "查": "z", "区": "o", "翟": "z", "种": "c", "乐": "y", "覃": "q",
    "繁": "p", "秘": "b", "折": "s", "召": "s", "阚": "k", "郇": "x", "句": "g",
}  # fmt: skip


def initials(s: str, *, name: bool = False) -> str:
    """Lower-case ASCII initials of `s`: a Chinese character gives one letter, letters and figures stay.

    `name`: the text is a person's name and its first character a surname (曾 is z there, c elsewhere). Blanks,
    punctuation outside ASCII and characters without a known reading give nothing. The first call loads pypinyin.
    """
    text = halfwidth(s).strip()
    head = _surname(text) if name else ""
    return (_SURNAMES.get(head, "") + "".join(map(_initial, text[len(head) :]))).lower()


def _surname(text: str) -> str:
    return next((text[:size] for size in (2, 1) if text[:size] in _SURNAMES), "")


@cache
def _initial(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() and char != " " else ""
    letter = _reading(char)
    return letter if letter.isascii() else ""


def _reading(char: str) -> str:
    """First letter of the commonest reading; `char` itself where it has none."""
    # Phrases cost 0.3 s and 45 MB and change no initial that a name needs; pypinyin reads these on import only.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")
    from pypinyin import Style, lazy_pinyin

    return str(lazy_pinyin(char, style=Style.FIRST_LETTER)[0])
