"""The bare typer program that start-up is measured against: one command that reads a JSON file and prints it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def bare() -> None:
    """A program that does nothing."""


@app.command()
def check(file: str, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Read a file and print it."""
    household = json.loads(Path(file).read_text("utf-8"))
    print(json.dumps(household, ensure_ascii=False, indent=2) if as_json else len(household))


if __name__ == "__main__":
    app()
