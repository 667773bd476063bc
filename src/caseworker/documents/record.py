"""The review record (审核记录) of a case: one docx for people, one JSON with everything for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from caseworker.documents.errors import DocumentError
from caseworker.documents.facts import birth_and_sex
from caseworker.documents.files import write_all
from caseworker.documents.render import render
from caseworker.documents.view import NOTICE, TITLE, review_view
from caseworker.resources import data_path
from caseworker.text import idnumber

FORM = "审核记录"
FORMAT = "caseworker.review-record/1"


def review_record(case: Mapping[str, Any], out_dir: Path, template: Path | None = None) -> list[Path]:
    """Writes 审核记录-<number>.docx and .json into `out_dir` and returns their paths.

    `case` holds number, accepted_on, stage, office {"township", "region_name"}, household and assessment (the two
    documents of contract.md), papers (casefile's checklist as dicts, each with `present`: true, false, or None where
    nobody recorded it), clocks (the contract's clock list, or one for each programme), log_head (hex digest),
    prepared_by, prepared_at (ISO moment) and title_policy (the policy packs: id, version, sha256). `template` is the
    office's own docx in place of the shipped one. ID numbers are masked in both. Raises DocumentError.
    """
    name = f"{FORM}-{_safe(case['number'])}"
    content, source = _template(template)
    properties = {
        "title": f"{TITLE} {case['number']}",
        "author": case["prepared_by"],
        "moment": case["prepared_at"],
    }
    docx = render(content, source, review_view(case, _services()), properties)
    return write_all(Path(out_dir), {f"{name}.docx": docx, f"{name}.json": to_json(case)})


def own_template(home: Path) -> Path | None:
    """The office's own copy of the form in its folder (`forms/审核记录.docx`), which wins over the shipped one."""
    path = Path(home) / "forms" / f"{FORM}.docx"
    return path if path.is_file() else None


def to_json(case: Mapping[str, Any]) -> bytes:
    """The record for programs: the facts (ID numbers masked), the whole assessment, papers, clocks, packs with their
    full digests, who and when. UTF-8, keys in a fixed order."""
    record = {
        "format": FORMAT,
        "title": TITLE,
        "notice": NOTICE,
        **{key: case[key] for key in ("number", "accepted_on", "stage", "office")},
        "household": masked_household(case["household"]),
        "assessment": case["assessment"],
        "papers": case.get("papers") or [],
        "clocks": case.get("clocks") or {},
        "policy_packs": case["title_policy"],
        "log_head": case["log_head"],
        "prepared_by": case["prepared_by"],
        "prepared_at": case["prepared_at"],
    }
    # a lone surrogate, which UTF-8 has no bytes for, becomes the JSON escape that stands for it
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def masked_household(household: Mapping[str, Any]) -> dict[str, Any]:
    """The household file with every ID number masked; what the number told (birth date, sex) is written out."""
    people = {
        key: [_masked(person, told) for person in household[key]]
        for key, told in _TOLD_BY_NUMBER.items()
        if household.get(key)
    }
    return {**household, **people}


_TOLD_BY_NUMBER = {"members": ("birth_date", "sex"), "obligors": ("birth_date",)}


def _masked(person: Mapping[str, Any], told: Sequence[str]) -> dict[str, Any]:
    if not person.get("id_number"):
        return dict(person)
    birth, sex = birth_and_sex(person)
    facts = {"birth_date": birth.isoformat() if birth else None, "sex": sex}
    return {**person, **{key: facts[key] for key in told}, "id_number": idnumber.mask(person["id_number"])}


def _safe(number: str) -> str:
    """The case number as part of a file name; the store makes only such numbers, another is refused."""
    if not re.fullmatch(r"[\w-]{1,40}", number):
        raise DocumentError(f"案号 {number[:40]!r}: 不能作文件名: 只含数字、字母、汉字和连字符")
    return number


def _services() -> dict[int, str]:
    from caseworker.policy.services import catalogue

    return {service.number: service.name for service in catalogue()}


def _template(own: Path | None) -> tuple[bytes, str]:
    """The template's bytes, and its name for errors."""
    source = own or data_path("forms", f"{FORM}.docx")
    try:
        return source.read_bytes(), str(source)
    except OSError as error:
        why = error.strerror or error
        raise DocumentError(f"{source}: 模板打不开（{why}）: 请放回该文件，或重新安装程序") from error
