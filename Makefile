# Everything runs in .venv, which is made on first use and made again when pyproject.toml changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EXPLORER := src/plangraph/server/static/index.html
NPM := PATH="$$PATH:$(CURDIR)/$(BIN)" npm --prefix src/plangraph/explorer
MODULES := src/plangraph/explorer/node_modules/.package-lock.json

# Where it is set, every server and command that a test starts would compile the whole package again.
export PYTHONDONTWRITEBYTECODE :=
# Each test process would import trio for hypothesis, which no test needs, in a third of a second.
export HYPOTHESIS_NO_PLUGINS := 1

# Tests are shared out to at most four processes, by files, in the order in which they stand.
TESTS := $(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
UNIT_TESTS := --ignore tests/browser --ignore tests/engines -m 'not hermit and not long'

.PHONY: run serve build check test all-tests unit-tests test-explorer needs lint lint-python lint-explorer mutants bench soak \
	docs site release pictures clean always
.DEFAULT_GOAL := run

# At a terminal the explorer opens and stays until Ctrl-C; elsewhere it is left to `make serve`.
run: build
	$(BIN)/plangraph query standing-counts
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/plangraph serve --open; \
	else echo "To open the explorer: make serve"; fi

serve: build
	$(BIN)/plangraph serve --open

build: $(EXPLORER)
	$(BIN)/plangraph build kawasaki

# What to run while working: without what needs a whole plan, a server, a browser, another engine or HermiT, and
# without what eslint knows of the types in components; of the texts that tests make up, a fifth.
check:
	QUICK=-quick $(MAKE) --jobs=4 --output-sync=target unit-tests lint test-explorer

# All at once: tests wait for servers and browsers a third of their time, in which the rest is checked.
test:
	$(MAKE) --jobs=4 --output-sync=target all-tests lint test-explorer site

# What a line with + says is seen at once; the others speak when they are done.
all-tests: needs $(EXPLORER)
	+$(TESTS)

unit-tests: $(EXPLORER)
	+$(TESTS) $(UNIT_TESTS)

test-explorer: $(EXPLORER)
	$(NPM) test

# What the system must have: installed as root on Debian, and named elsewhere.
needs:
	$(PYTHON) -m tests.needs

lint: lint-python lint-explorer

lint-python: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lint-explorer: $(EXPLORER)
	$(NPM) run lint
	$(NPM) run check

# Made with .venv already, whose package is built; newer than they are, it does not ask for them again.
$(MODULES): src/plangraph/explorer/package-lock.json | $(READY)
	$(NPM) ci

# Changes the code in one place at a time, and says what no test notices: make mutants ROOMS='store queries'
mutants: $(READY)
	$(BIN)/python -m tests.mutants $(ROOMS)

bench: $(EXPLORER)
	$(BIN)/python -m benchmarks

# Ten minutes of everything at once, in figures: rebuilds, kills, hostile, honest, idle and unread clients.
soak: $(READY)
	$(BIN)/python -m tests.server.soak --minutes $(or $(MINUTES),10)

docs: $(READY)
	$(BIN)/python -m docs
	$(BIN)/python -m docs.cookbook
	$(BIN)/python -m docs.assistants

# The documentation in both languages, into site/; a link that leads nowhere is an error.
site: $(EXPLORER)
	$(BIN)/python -m docs.site

# What a release consists of, into dist/: built twice, checked, and tried in each Python that is here.
release: $(EXPLORER)
	$(BIN)/python scripts/release.py

# The pictures in docs/: they need Chromium, and change only with the notation or the plan.
pictures: $(EXPLORER)
	$(BIN)/python -m docs.pictures

clean:
	rm -rf $(VENV) .plangraph dist site src/plangraph/explorer/node_modules $(dir $(EXPLORER))

$(READY): pyproject.toml
	$(PYTHON) -m tests.needs venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --no-compile --editable '.[dev]'
	touch $(READY)

# Made again only if an input is not what it was made from.
$(EXPLORER): $(READY) $(MODULES) always
	$(BIN)/python src/plangraph/explorer/bundle.py
