"""Papers of the office: the review record as docx and JSON. What is heavy is imported where a paper is made."""

from caseworker.documents.errors import DocumentError
from caseworker.documents.record import own_template, review_record

__all__ = ["DocumentError", "own_template", "review_record"]
