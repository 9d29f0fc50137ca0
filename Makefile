# make run    reads raw/ and writes output/
# make test   the gate: format, lint, types, layers, tests with coverage
#
# Python 3.11 or newer is all that is needed: make run PYTHON=python3.12 chooses another one.
# requirements.lock is made by
#   uv pip compile pyproject.toml --extra formats --extra review --extra watch --extra dev --universal --generate-hashes \
#     --no-emit-index-url --no-header --no-annotate -o requirements.lock

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
RUN := $(VENV)/bin/python -m
PIP := $(RUN) pip --quiet --quiet --disable-pip-version-check

.PHONY: run test clean

run: $(VENV)/made
	$(RUN) pipeline run

test: $(VENV)/made
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports
	$(RUN) pytest -n $(WORKERS) --cov --cov-report=term:skip-covered

clean:
	rm -rf $(VENV) .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamp comes last, so that an interrupted start begins anew. Relative paths only: the folder
# may have spaces in its name.
$(VENV)/made: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV): some minutes, once"
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --no-deps --require-hashes -r requirements.lock
	$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@
