# sayso: `make demo` shows it at work, `make test` tests it. Both set everything up by themselves.
PYTHON ?= python3
VENV ?= .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test check data docs lock eval bench clean

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.ready: requirements.lock pyproject.toml
	@echo "setting up $(VENV) (once; a few minutes)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/.ready ## read the demo's reports and look around
	@$(VENV)/bin/sayso demo --table

test: $(VENV)/.ready ## all tests
	$(PY) -m pytest -n 2

check: $(VENV)/.ready ## lint, types, architecture, generated files, licences
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(PY) -m mypy
	$(PY) tools/compile_data.py --check
	$(PY) tools/check_actors.py
	$(PY) tools/write_docs.py --check
	$(PY) tools/check_licences.py
	$(PY) -m pytest tests/test_architecture.py

data: $(VENV)/.ready ## compile resources/ into the package
	$(PY) tools/compile_data.py

docs: $(VENV)/.ready ## write what is generated: docs/commands.md, the README's output
	$(PY) tools/write_docs.py

lock: $(VENV)/.ready ## pin the dependencies anew
	$(VENV)/bin/pip-compile --quiet --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --no-header --allow-unsafe --strip-extras --output-file requirements.lock pyproject.toml

eval: $(VENV)/.ready ## score all readers on the gold sets beside the project
	$(PY) -m evals --shared $(SHARED)

bench: $(VENV)/.ready ## speed, memory and start-up, beside the plain parsing pipeline
	$(PY) -m bench
	$(PY) -m bench.stages
	$(PY) -m bench.grounding

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
