"""The window (窗口): one module per use case behind one thin `Desk`; rules, cases, store and paper meet here."""

from importlib import import_module
from typing import TYPE_CHECKING

from caseworker.desk.desk import Desk
from caseworker.desk.faults import DeskError
from caseworker.desk.home import default_home

if TYPE_CHECKING:
    from caseworker.desk.conclusions import Conclusions, Question
    from caseworker.desk.importing import ImportReport
    from caseworker.desk.office import Office

__all__ = ["Conclusions", "Desk", "DeskError", "ImportReport", "Office", "Question", "default_home"]

_WHERE = {"Conclusions": "conclusions", "Question": "conclusions", "ImportReport": "importing", "Office": "office"}


def __getattr__(name: str) -> object:
    """The types a desk hands out, loaded when they are asked for: a queue on the command line needs none of them."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
