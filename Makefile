# Everything runs in .venv, which is made on first use and made again when pyproject.toml changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run build test lint bench docs clean
.DEFAULT_GOAL := run

run: $(READY)
	$(BIN)/plangraph build kawasaki
	$(BIN)/plangraph query policies-by-grade

build: $(READY)
	$(BIN)/plangraph build kawasaki

test: lint
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m benchmarks

docs: $(READY)
	$(BIN)/python -m docs

clean:
	rm -rf $(VENV) .plangraph dist

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(READY)
