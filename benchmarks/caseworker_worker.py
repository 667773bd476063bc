"""caseworker's side: every programme for one household after another, each reason with its sentence and arithmetic."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from rounds import on_one_core, serve

from caseworker import __version__
from caseworker.household import Household, read_household
from caseworker.policy import Policy, load_policy
from caseworker.rules import assess_household


def main() -> None:
    """Words of the command line: the households, one JSON document a line, and the policy pack."""
    on_one_core()
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    policy = load_policy([Path(sys.argv[2])], json.loads(lines[0])["region"])
    files = [json.loads(line) for line in lines]
    households = [read_household(file) for file in files]
    serve(
        f"caseworker {__version__}",
        {
            "read and assess": lambda: sum(_reasons(read_household(file), policy) for file in files),
            "assess": lambda: sum(_reasons(household, policy) for household in households),
        },
    )


def _reasons(household: Household, policy: Policy) -> int:
    if household.applied_on is None:
        raise ValueError("the benchmark's households carry their day of application")
    assessment: dict[str, Any] = assess_household(household, policy.on(household.applied_on))
    return sum(len(entry["reasons"]) for entry in assessment["assessments"])


if __name__ == "__main__":
    main()
