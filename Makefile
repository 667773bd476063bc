# Everything a fresh machine needs is here: Python >= 3.11, pip and make are enough. `make help` lists the targets.
# Versions come from the lock files (plain name==version lines); a target that is up to date is not built again.

.SHELLFLAGS := -eu -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# pytest workers; one a core
JOBS ?= 2

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUNS := $(VENV)/.stamp-run
DEVELOPS := $(VENV)/.stamp-dev
BENCH := benchmarks/.venv
BENCH_READY := $(BENCH)/.stamp

# the first interpreter of the list that runs and is new enough; `make PYTHON=/path/to/python3.12 ...` chooses another
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$python" -c '$(NEW_ENOUGH)' 2>/dev/null && command -v "$$python" && break; done)

##@ Run
.PHONY: run
run: $(RUNS) ## the sample township from intake to review record (caseworker demo); installs what is missing
	$(BIN)/caseworker demo

##@ Test
.PHONY: test
test: check unit ## everything CI runs: lint, format, types, layers, tests

.PHONY: check
check: lint types layers ## all that is checked without running the program

.PHONY: lint
lint: $(DEVELOPS) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: $(DEVELOPS) ## mypy: strict on household, policy, rules, casefile
	$(BIN)/mypy

.PHONY: layers
layers: $(DEVELOPS) ## import-linter: one direction of travel
	$(BIN)/lint-imports

.PHONY: unit
unit: $(DEVELOPS) ## pytest without the long runs
	$(BIN)/python -m pytest -m "not long" -n $(JOBS)

.PHONY: test-long
test-long: $(DEVELOPS) ## the long runs: crash, load, page counts, and every property with many more examples
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -m "long or hypothesis"

.PHONY: format
format: $(DEVELOPS) ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

##@ Make
.PHONY: screenshots
screenshots: $(DEVELOPS) ## pictures of the real program into screenshots/
	$(BIN)/python scripts/make_screenshots.py

.PHONY: bench
bench: $(RUNS) $(BENCH_READY) ## speed beside OpenFisca-Core and beside a bare typer program
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/assess.py

.PHONY: docs
docs: $(RUNS) ## the generated parts of docs/
	$(BIN)/python scripts/make_docs.py

.PHONY: lock
lock: ## newest versions that pyproject.toml allows into the lock files
	$(call need-python)
	$(PYTHON) scripts/lock.py

.PHONY: hooks
hooks: $(DEVELOPS) ## run the checks before each commit
	$(BIN)/pre-commit install

.PHONY: clean
clean: ## remove the environments and all that is built; nothing of an office is touched
	rm -rf $(VENV) $(BENCH) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.PHONY: help
help: ## this list
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# The environments. A stamp is newer than all it was made from, so a second run installs nothing.

define need-python
@test -n "$(PYTHON)" || { echo "No Python >= 3.11 was found: install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
endef

# $(call new-venv,FOLDER): also where the system's python comes without ensurepip, as Debian's does
define new-venv
test -x $(1)/bin/python && $(1)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(1) >/dev/null 2>&1 || \
	{ $(PYTHON) -m venv --without-pip --clear $(1) && $(PYTHON) -m pip --python $(1)/bin/python install pip; }
endef

$(BIN)/python:
	$(call need-python)
	$(call new-venv,$(VENV))

$(RUNS): requirements.lock requirements-build.lock pyproject.toml $(BIN)/python
	$(PIP) install --quiet -r requirements.lock -r requirements-build.lock
	$(PIP) install --quiet --no-build-isolation --no-deps --editable .
	touch $@

$(DEVELOPS): requirements-dev.lock $(RUNS)
	$(PIP) install --quiet -r requirements-dev.lock
	touch $@

$(BENCH_READY): benchmarks/requirements.txt
	$(call need-python)
	$(call new-venv,$(BENCH))
	$(BENCH)/bin/python -m pip --disable-pip-version-check install --quiet -r benchmarks/requirements.txt
	touch $@
