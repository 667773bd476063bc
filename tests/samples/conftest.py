"""The tests of the samples read the shipped files and the tables they are made from."""

from __future__ import annotations

import sys
from pathlib import Path

# `sample_files` and `scripts/samples` lie outside the packages; import-mode importlib does not find them by itself.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "scripts")]
