"""The worker's side of an interleaved measurement; imported by every worker, in whatever environment it runs."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping


def on_one_core() -> None:
    """Stay on one core, so that no library counts twice what it computes in threads; only where the system allows."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def serve(version: str, rounds: Mapping[str, Callable[[], int]]) -> None:
    """Announce `version` and the names of `rounds`; then, for each name read, one round and its seconds and reasons.

    A round goes once through all households and gives how many reasons it produced; seconds are of processor time,
    which other programs on the machine do not lengthen.
    """
    _say({"version": version, "rounds": list(rounds)})
    for line in sys.stdin:
        run = rounds[line.strip()]
        start = time.process_time()
        reasons = run()
        _say({"seconds": time.process_time() - start, "reasons": reasons})


def _say(message: object) -> None:
    print(json.dumps(message), flush=True)
