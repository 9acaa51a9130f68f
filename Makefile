# `make site` and `make test` need only Python 3.11 or newer, and make. They set up .venv/ when they first run.
.DEFAULT_GOAL := help
.PHONY: help site serve check test test-fast test-nightly test-own coverage bench golden documents lint lint-scripts zensical lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# Empty: Python keeps what it has compiled, also where the environment forbids it. The tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.site ## Build the site into site/, and the manual into site/manual/
	$(BIN)/dateline documents
	$(BIN)/mkdocs build --strict --config-file manual.yml --site-dir .cache/manual
	$(BIN)/mkdocs build --strict
	cp -R .cache/manual site/manual

serve: $(VENV)/.site ## Build the site, then show it at http://127.0.0.1:8000/ and follow edits
	-$(MAKE) --no-print-directory site
	$(BIN)/mkdocs serve

# With `-q`, make ends with the status of a failing command, 1, and prints no "*** Error 1" below the report. Only commands marked
# `+` run then.
ifeq ($(MAKECMDGOALS),check)
MAKEFLAGS += -q
endif

check: ## Report the problems of all articles, write nothing
	+@MAKEFLAGS= $(MAKE) --silent PYTHON="$(PYTHON)" VENV="$(VENV)" $(VENV)/.site
	+@$(BIN)/python build.py check

# Each worker takes whole files, so that the set-up of a file runs once. The files are in order: the long ones are in tests/browser.
PYTEST := pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --durations 20 --durations-min 0.5

test: $(VENV)/.test ## Run all tests, and list the slowest
	$(BIN)/python -m $(PYTEST)

test-fast: $(VENV)/.test ## Run the tests that start no browser and no process, with fewer generated examples
	$(BIN)/python -m $(PYTEST) -m "not browser" --without-processes --hypothesis-profile fast

test-nightly: $(VENV)/.test ## Compare builds after thousands of random edits with builds from nothing
	$(BIN)/python -m pytest tests/project/test_memo.py --hypothesis-profile nightly

coverage: $(VENV)/.test ## Run all tests, and list the lines of timeline/ that none of them runs
	$(BIN)/coverage erase
	$(BIN)/coverage run -m $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

SIZE := 1000
bench: $(VENV)/.test ## Measure builds and commands with SIZE entries and write bench/RESULTS.md; needs npm and the network
	$(BIN)/python bench/table.py --size $(SIZE)

test-own: $(VENV)/.test ## Run the fast tests in a copy that has another chronology
	$(BIN)/python tests/own_timeline.py --numprocesses auto

golden: $(VENV)/.test ## Rewrite the golden site of the tests; read the difference before you commit it
	$(BIN)/python -m pytest tests/publish/test_golden.py --refresh

documents: $(VENV)/.site ## Rewrite the schemas and the generated parts of the manual
	$(BIN)/python build.py documents

lint: $(VENV)/.test ## Run ruff, mypy and import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lint-scripts: ## Lint the scripts of the site; npm installs the linter
	npx --yes @biomejs/biome@2.6.8 check --error-on-warnings

zensical: $(VENV)/.test ## Build the same site with Zensical into site-zensical/
	$(BIN)/python build.py
	sed 's/^site_name:/site_dir: site-zensical\nsite_name:/' mkdocs.yml > .zensical.yml
	$(BIN)/zensical build --strict --clean --config-file .zensical.yml
	rm .zensical.yml
	$(BIN)/python build.py search site-zensical

lock: $(VENV)/.test ## Lock the newest dependencies with their hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	  --custom-compile-command "make lock" --extra editable pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	  --custom-compile-command "make lock" --extra editable --extra test pyproject.toml --output-file requirements-test.txt

clean: ## Remove what was built, and the virtual environment
	rm -rf $(VENV) site site-zensical docs/timeline docs/index.md docs/search.md docs/manual/messages .cache

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# Installs this checkout: the engines find its plugin and its theme by their entry points.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

$(VENV)/.site: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(INSTALL)
	touch $@

$(VENV)/.test: requirements-test.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	$(INSTALL)
	touch $@ $(VENV)/.site
