"""Shared by all tests: `HYPOTHESIS_PROFILE=long` (make test-long) tries many more examples of every property."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
