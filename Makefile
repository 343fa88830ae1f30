# Four verbs: demo, test, check, bench. Each sets up its own virtual environment first.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
JOBS ?= auto

.PHONY: demo test check bench docs clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	touch $@

demo: $(VENV)/.ready
	$(BIN)/ppid-lint check examples --fail-level never --verbose

test: $(VENV)/.ready
	$(BIN)/python -m pytest -n $(JOBS)

check: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ppid-lint rules test
	$(BIN)/python -m pytest tests/test_docs.py tests/test_architecture.py

bench: $(VENV)/.ready
	$(BIN)/python benchmarks/run.py

docs: $(VENV)/.ready
	$(BIN)/python scripts/build_kinds.py
	$(BIN)/python scripts/build_pages.py
	$(BIN)/python scripts/build_command.py
	$(BIN)/python scripts/build_measurements.py
	$(BIN)/mkdocs build --strict --quiet

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist site
