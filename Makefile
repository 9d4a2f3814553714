# make site     the site, in output/              make check     format, lint, types, layers
# make test     the tests, browser and all        make accuracy  CORPUS=gold.jsonl: how right the tagger is
# make verify   the tests that take minutes       make bench     [CORPUS=articles.jsonl]: how fast it is
# make format   puts the code in form             make bench-sites  [ARTICLES=10000]: how fast a site is built
# make lock     requirements/ anew, with uv       make bench-serve  [ARTICLES=1000]: how soon an edit is seen
# make fuzz     [RUNS=1000000]: hostile bytes     make bench-linear  [SIZE=10]: whether long texts take too long
# make clean    undoes all of it                make picture  the pictures of the README

PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
COMPILE := $(UV) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --custom-compile-command 'make lock' pyproject.toml

# What is fuzzed, and how often: `make fuzz TARGETS=tagger RUNS=1000000`.
TARGETS ?= head markup tagger importers
RUNS ?= 100000

CHECKERS := tests/verify/node_modules/.package-lock.json

.PHONY: site test verify fuzz check format accuracy bench bench-sites bench-serve bench-linear picture lock clean
.DEFAULT_GOAL := site

site: $(VENV)/.site
	$(BIN)/python build.py

test: $(VENV)/.test
	$(BIN)/python -m pytest $(PYTEST)

verify: $(VENV)/.test $(CHECKERS)
	$(BIN)/python -m pytest -m verify $(PYTEST)

fuzz: $(VENV)/.test
	for target in $(TARGETS); do $(BIN)/python -m tests.fuzz $$target -runs=$(RUNS) || exit; done

check: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

accuracy: $(VENV)/.site
	$(BIN)/python -m tests.accuracy $(CORPUS)
	$(BIN)/python -m tests.order_accuracy $(CORPUS)

bench: $(VENV)/.site
	$(BIN)/python -m tests.bench.bench $(CORPUS)

bench-sites: $(VENV)/.site
	$(BIN)/python -m tests.bench.sites $(ARTICLES)

bench-serve: $(VENV)/.test
	$(BIN)/python -m tests.bench.preview $(ARTICLES)

bench-linear: $(VENV)/.test
	$(BIN)/python -m tests.bench.linear $(SIZE)

picture: $(VENV)/.test
	$(BIN)/python -m tests.picture

lock:
	$(COMPILE) -o requirements/site.txt
	$(COMPILE) --extra import --extra serve --extra test -c requirements/site.txt -o requirements/test.txt

clean:
	rm -rf $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache dist
	find output -mindepth 1 ! -name .gitignore -delete

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Dateline needs Python 3.11 or newer as $(PYTHON); name another with: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python lacks its venv module; on Debian and Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The Nu HTML checker and Lighthouse; what they bring along runs nothing when it is installed.
$(CHECKERS): tests/verify/package-lock.json
	cd tests/verify && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# A stamp is as new as the lock that was installed, so that nothing is installed twice.
$(VENV)/.site: requirements/site.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
