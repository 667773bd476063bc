"""What can go wrong on the way to paper."""

from __future__ import annotations


class DocumentError(Exception):
    """A paper could not be made; `str(error)` is one Chinese line `where: what is wrong: what to do`."""
