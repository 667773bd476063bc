"""Households a second over all programmes with full rendered reasons, beside OpenFisca-Core with its country template.

Both do one household at a time on one core with their reasons kept, in the same run, a round of the one after a round
of the other; medians of processor time. OpenFisca runs in its own environment (benchmarks/.venv, `make bench`).
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report import table, write_json

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "data" / "samples"
PEER_PYTHON = HERE / ".venv" / "bin" / "python"


@dataclass
class Line:
    """One way of one program: the processor seconds of its rounds, and the reasons of the last one."""

    worker: subprocess.Popen[str]
    program: str
    way: str
    seconds: list[float] = field(default_factory=list)
    reasons: int = 0

    def round(self) -> None:
        """Let the worker go once through all households."""
        answer = ask(self.worker, self.way)
        self.seconds.append(answer["seconds"])
        self.reasons = answer["reasons"]


def main() -> None:
    """Measure, print the table, write the JSON where asked."""
    options = parsed()
    households = options.households.read_text("utf-8").splitlines()
    peer = [str(PEER_PYTHON), str(HERE / "openfisca_worker.py"), str(options.households)]
    own = [sys.executable, str(HERE / "caseworker_worker.py"), str(options.households), str(options.pack)]
    with started(own) as ours, started(peer) as theirs:
        lines = [*opened(ours), *opened(theirs)]
        for _ in range(options.rounds):
            for line in lines:
                line.round()
        for worker in (ours, theirs):
            worker.communicate()
    figures = [figure(line, len(households)) for line in lines]
    show(figures, len(households), options.rounds)
    write_json(options.json, {"households": len(households), "rounds": options.rounds, "assess": figures})


def parsed() -> argparse.Namespace:
    """The command line; ends with a plain sentence where the peer's environment is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds of each (default 15)")
    parser.add_argument("--households", type=Path, default=SAMPLES / "township.jsonl")
    parser.add_argument("--pack", type=Path, default=SAMPLES / "示例县-黔.toml")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    if not PEER_PYTHON.exists():
        parser.error("OpenFisca is not installed for the benchmark yet: run `make bench`")
    return options


def started(command: list[str]) -> subprocess.Popen[str]:
    """A worker that waits for the names of its rounds on standard input."""
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")


def opened(worker: subprocess.Popen[str]) -> list[Line]:
    """The worker's ways of doing it, after one round of each to warm up."""
    hello = heard(worker)
    lines = [Line(worker, hello["version"], way) for way in hello["rounds"]]
    for line in lines:
        ask(worker, line.way)
    return lines


def ask(worker: subprocess.Popen[str], way: str) -> dict[str, Any]:
    """One round: send its name, wait for its figures."""
    if worker.stdin is None:
        raise ValueError("the worker was started without a pipe")
    worker.stdin.write(f"{way}\n")
    worker.stdin.flush()
    return heard(worker)


def heard(worker: subprocess.Popen[str]) -> dict[str, Any]:
    """The worker's next message; raises RuntimeError where it ended instead."""
    line = worker.stdout.readline() if worker.stdout else ""
    if not line:
        raise RuntimeError(f"the worker ended: {worker.args!r}")
    message: dict[str, Any] = json.loads(line)
    return message


def figure(line: Line, households: int) -> dict[str, Any]:
    """Median milliseconds a household, households a second, reasons a household."""
    median = statistics.median(line.seconds) / households
    return {
        "program": line.program,
        "way": line.way,
        "ms": round(median * 1000, 4),
        "per_second": round(1 / median),
        "reasons": round(line.reasons / households, 1),
    }


def show(figures: list[dict[str, Any]], households: int, rounds: int) -> None:
    """The table; the last column is how many times as fast as OpenFisca's quicker way."""
    best = max(each["per_second"] for each in figures if not each["program"].startswith("caseworker"))
    print(f"{households} households, median of {rounds} interleaved rounds, one core")
    for program in dict.fromkeys(each["program"] for each in figures):
        print(f"  {program}")
    titles = ("", "ms each", "households/s", "reasons each", "ratio")
    rows = [
        (
            f"{each['program'].split()[0]}: {each['way']}",
            f"{each['ms']:.3f}",
            f"{each['per_second']}",
            f"{each['reasons']}",
            f"{each['per_second'] / best:.2f} x",
        )
        for each in figures
    ]
    print(table(titles, rows))


if __name__ == "__main__":
    main()
