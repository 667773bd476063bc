"""The command line (命令行): one small module per command group; everything heavy is imported where it is used."""

import sys


def main() -> None:
    """Entry point of the console script; always ends the process with an exit code of contract.md."""
    try:
        from caseworker.cli.app import app
    except KeyboardInterrupt:
        print("已中断", file=sys.stderr)
        sys.exit(2)
    app(prog_name="caseworker")
