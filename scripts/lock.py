"""Write the lock files from what pip installs into fresh environments: plain `name==version` lines, nothing else.

Run by `make lock`, on the oldest Python that pyproject.toml allows, so that the versions serve every newer one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """requirements-build.lock, requirements.lock and requirements-dev.lock, each from an environment of its own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    build, runs = project["build-system"]["requires"], project["project"]["dependencies"]
    develops = [*build, *runs, *project["dependency-groups"]["dev"]]
    newest = freeze(develops)
    write("requirements-dev.lock", newest)
    write("requirements-build.lock", freeze(build, newest))
    write("requirements.lock", freeze(runs, newest))


def freeze(wanted: list[str], versions: list[str] | None = None) -> list[str]:
    """Every package that `wanted` brings, as `name==version`; held to `versions` where given, so the locks agree."""
    with tempfile.TemporaryDirectory(prefix="caseworker-lock-") as folder:
        home = Path(folder)
        venv.create(home / "venv", with_pip=True)
        held = home / "held.txt"
        held.write_text("\n".join(versions or []), "utf-8")
        pip = [str(home / "venv" / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", "--constraint", str(held), *wanted], check=True)
        done = subprocess.run([*pip, "freeze"], check=True, capture_output=True, encoding="utf-8")
    return [line for line in done.stdout.splitlines() if "==" in line]


def write(name: str, lines: list[str]) -> None:
    """Sorted as people read, so that a change of version is one line of a diff."""
    (ROOT / name).write_text("\n".join(sorted(lines, key=str.lower)) + "\n", "utf-8")
    print(f"{name}: {len(lines)} packages", file=sys.stderr)


if __name__ == "__main__":
    main()
