# Needs Python 3.11 and make, nothing else. CI runs exactly these recipes (.ci/run).
#   make demo    set up what running takes, and show the whole path on a sample company
#   make test    every test          make check   style, types and the layers of the rooms
#   make bench   the figures we publish, beside hand-written code (docs/benchmarks.md)
#   make docs    run the commands that the docs show, and write what they print
#   make banner  join the modules of the consent banner into what is served

.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs banner constraints clean
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# PYTHON=... names another interpreter. All paths are relative, so that the project may lie in any folder.
PYTHON ?= $(firstword $(foreach one,python3.11 python3 python,$(shell \
	$(one) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(one))))
PIP = .venv/bin/python -m pip --disable-pip-version-check --no-input install --quiet --quiet
SAMPLE ?= sms-gateway

help:
	@sed -n '2,6s/^#   //p' Makefile

demo: .venv/runtime.stamp
	@.venv/bin/gestand demo $(SAMPLE)

test: .venv/dev.stamp
	.venv/bin/python -m pytest -q -n 2 --dist loadfile

check: .venv/dev.stamp
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/dev.stamp
	.venv/bin/python -m benchmarks

docs: .venv/dev.stamp
	.venv/bin/python -m docs.generate

banner: .venv/dev.stamp
	.venv/bin/python -m banner.build

constraints:
	PYTHON="$(PYTHON)" constraints/renew

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

.venv/made.stamp:
	@test -n "$(PYTHON)" || { echo "gestand needs Python 3.11 or later: none was found as python3.11 or python3." \
		"Install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python has no venv with pip." \
		"On Debian and Ubuntu: apt install python3-venv (or python3.11-venv)." >&2; exit 1; }
	@echo "Setting up .venv, once."
	@"$(PYTHON)" -m venv .venv
	@touch $@

.venv/runtime.stamp: .venv/made.stamp pyproject.toml constraints/runtime.txt constraints/build.txt
	@echo "Installing what running takes, pinned and hashed."
	@$(PIP) --require-hashes -r constraints/runtime.txt -r constraints/build.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/made.stamp pyproject.toml constraints/dev.txt
	@echo "Installing what working on it takes, pinned and hashed."
	@$(PIP) --require-hashes -r constraints/dev.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
