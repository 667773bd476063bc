"""The office's database: cases with every revision, drafts, settings and a log that cannot be changed."""

from caseworker.store.database import Store, open_store
from caseworker.store.errors import StoreError
from caseworker.store.records import STAGE_ACCEPTED, AcceptedCase, Case, CaseRow, Draft, LogEntry, Page

__all__ = [
    "STAGE_ACCEPTED",
    "AcceptedCase",
    "Case",
    "CaseRow",
    "Draft",
    "LogEntry",
    "Page",
    "Store",
    "StoreError",
    "open_store",
]
