# Werkbrief: everything one does with it. `make help` tells what.

PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check format bench load faults sizing install-proof prove audit lock pictures python clean

help: ## Show what there is
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 16

run: .venv/.for-run ## Start the portal with the demo agency (Ctrl+C stops it)
	@exec $(BIN)/werkbrief run

test: .venv/.for-work ## Everything: the checks, then all tests on SQLite, PostgreSQL and Chromium
	@$(BIN)/python -m make.testing

check: .venv/.for-work ## Only the checks: style, types, import contracts, templates, shape
	@$(BIN)/python -m make.checking

format: .venv/.for-work ## Put the style right where a machine can
	@$(BIN)/ruff check --fix --quiet --exit-zero
	@$(BIN)/ruff format --quiet
	@$(BIN)/djlint --reformat --quiet src || true

bench: .venv/.for-work ## The benchmarks: ratios, and the figures behind them (only="week saving")
	@$(BIN)/python -m bench $(only)

load: .venv/.for-work ## Tuesday 12:55: many clients at once, and every answer looked up
	@$(BIN)/python -m bench tuesday

faults: .venv/.for-work ## Kill, hang up, press twice: each promise held against it
	@$(BIN)/python -m bench faults

sizing: .venv/.for-work ## How much disk, memory and processor a client asks for
	@$(BIN)/python -m bench sizing

install-proof: .venv/.for-work ## docs/operations.md to the letter on a bare Debian; lose and restore (root)
	@$(BIN)/python -m make.walking

prove: .venv/.for-work ## Long proofs: the rules, the interface, every parser (only="fuzz")
	@$(BIN)/python -m make.proving $(only)

audit: .venv/.for-work ## Known holes in what we use, secrets in the tree, unsafe settings
	@$(BIN)/python -m make.auditing

lock: .venv/.for-work ## Choose dependencies anew, hashed, for every system
	@$(BIN)/python -m make.locking

pictures: .venv/.for-work ## Take the manual's pictures anew, from the example agency
	@$(BIN)/python -m make.picturing

clean: ## Throw away the environment and the caches; var/ with the data stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/.for-run: requirements.lock pyproject.toml make/environment.py | python
	@$(PYTHON) make/environment.py requirements.lock $@

.venv/.for-work: requirements-dev.lock pyproject.toml make/environment.py | python
	@$(PYTHON) make/environment.py requirements-dev.lock $@

python:
	@test -n "$(PYTHON)" || { \
	echo "Werkbrief heeft Python 3.11 of nieuwer nodig; hier staat: $$(python3 --version 2>&1)."; \
	echo "Installeer het (Debian 12, Ubuntu 24.04 of nieuwer):  sudo apt install python3 python3-venv"; \
	echo "Of op Ubuntu 22.04:  sudo apt install python3.11 python3.11-venv"; exit 1; }
