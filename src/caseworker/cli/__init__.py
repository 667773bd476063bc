"""The command line (命令行): one small module per command group; everything heavy is imported where it is used."""


def main() -> None:
    """Entry point of the console script; always ends the process with an exit code of contract.md."""
    from caseworker.cli.app import app

    app(prog_name="caseworker")
