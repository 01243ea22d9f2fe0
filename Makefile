# make run    the program with its sample plan (with no screen: its main job, printed)
# make test   the tests, no screen needed
# make lint   style, types and the rules of the rooms
# make check  lint and test
# make audit  known weaknesses of the locked libraries, where the public list can be reached
# make lock   newer versions of the libraries (needs uv)
# make texts  the catalogues of the languages, from the texts in the code
# make bundle a folder with the program that needs no Python

PYTHON ?= python3
export PYTHON
BIN := .venv/bin
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s)))

.PHONY: run test lint style types rooms check audit lock texts bundle setup clean
.DEFAULT_GOAL := run

run:
ifneq ($(SCREEN),)
	@.ci/setup screen
	@$(BIN)/python -m ui --sample hospital
else
	@.ci/setup
	@$(BIN)/python -m bcp_planner tour
endif

test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2

lint: style types rooms

style: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup
	$(BIN)/basedpyright

rooms: setup
	$(BIN)/lint-imports

check: lint test

audit:
	@.ci/audit

setup:
	@.ci/setup

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra optimal --group dev \
	  --generate-hashes --no-emit-index-url --no-config --default-index https://pypi.org/simple \
	  --custom-compile-command "make lock" --upgrade --quiet -o requirements.lock

texts: setup
	$(BIN)/python -m tests.make texts

bundle: setup
	$(BIN)/pyinstaller --noconfirm build.spec

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
