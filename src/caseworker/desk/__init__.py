"""The window (窗口): one module per use case behind one thin `Desk`; rules, cases, store and paper meet here."""

from caseworker.desk.conclusions import Conclusions, Question
from caseworker.desk.desk import Desk
from caseworker.desk.faults import DeskError
from caseworker.desk.home import default_home
from caseworker.desk.importing import ImportReport
from caseworker.desk.office import Office

__all__ = ["Conclusions", "Desk", "DeskError", "ImportReport", "Office", "Question", "default_home"]
