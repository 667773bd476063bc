"""The warm time of `caseworker --help` and `caseworker check FILE --json`, beside a bare typer program.

Each run is a process of its own, the programs in turn in every round, after one round to warm the caches; medians of
the time that a person waits.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from report import table, write_json

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "data" / "samples"
PACK = SAMPLES / "示例县-黔.toml"


def main() -> None:
    """Measure, print the table, write the JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21, help="rounds (default 21, not under 15)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="caseworker-startup-") as folder:
        file = Path(folder) / "household.json"
        file.write_text(first_household(), "utf-8")
        environment = os.environ | {"CASEWORKER_HOME": str(Path(folder) / "office")}
        figures = measured(commands(file), environment, max(15, options.rounds))
    show(figures)
    write_json(options.json, {"rounds": max(15, options.rounds), "startup": figures})


def first_household() -> str:
    """The first household of the sample township."""
    return (SAMPLES / "township.jsonl").read_text("utf-8").splitlines()[0]


def commands(file: Path) -> dict[str, list[str]]:
    """What is run, by its name in the table; a pair of lines shares everything but the program."""
    ours, bare = [sys.executable, "-m", "caseworker"], [sys.executable, str(HERE / "bare_typer.py")]
    check = ["check", str(file), "--json"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "bare typer --help": [*bare, "--help"],
        "caseworker --help": [*ours, "--help"],
        "bare typer check FILE --json": [*bare, *check],
        "caseworker check FILE --json": [*ours, *check, "--pack", str(PACK)],
    }


def measured(
    runs: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int
) -> dict[str, dict[str, Any]]:
    """Median milliseconds of every command."""
    for command in runs.values():
        seconds(command, environment)
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, command in runs.items():
            taken[name].append(seconds(command, environment))
    return {name: {"ms": round(statistics.median(times) * 1000, 1)} for name, times in taken.items()}


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """How long one process takes, from its start to its end; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def show(figures: Mapping[str, Mapping[str, Any]]) -> None:
    """The table; the last column is how many times the bare program's time."""
    rows = []
    for name, each in figures.items():
        bare = figures.get(name.replace("caseworker", "bare typer"), each)
        rows.append((name, f"{each['ms']:.0f}", f"{each['ms'] / bare['ms']:.2f} x" if bare is not each else ""))
    print(table(("", "ms", "ratio"), rows))


if __name__ == "__main__":
    main()
