# De opdrachten van Speerpunt. Voor gebruikers: make run. Voor ontwikkelaars: make test, lint, eval, bench.

PYTHON ?= python3
BIN := .venv/bin
LIBRARY ?= library
PORT ?= 8501
MINUTES ?= 0.5
SHARED := ../shared

.DEFAULT_GOAL := help
.PHONY: help setup run library test lint format eval bench corpus screenshots clean

help:  ## laat deze lijst zien
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: .venv/.installed  ## installeer alles in .venv

.venv/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Speerpunt heeft Python 3.11 of nieuwer nodig; dit is $$($(PYTHON) --version). Kies er een met: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Speerpunt wordt geïnstalleerd in .venv; dat duurt de eerste keer enkele minuten."
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

library: setup  ## lees de voorbeeldstukken in de map library
	$(BIN)/speerpunt ingest corpus --library $(LIBRARY)

run: library  ## installeer, lees de voorbeeldstukken en open de app
	$(BIN)/speerpunt app --library $(LIBRARY) --port $(PORT)

test: setup  ## draai de tests
	$(BIN)/pytest

lint: setup  ## controleer vorm, typen en lagen
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup  ## zet de code in de vorm
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: setup  ## meet de kwaliteit op ../shared
	$(BIN)/python -m evaluation.evaluate --shared $(SHARED) --library $(LIBRARY)

bench: setup  ## meet de snelheid
	$(BIN)/python -m evaluation.bench --shared $(SHARED) --minutes $(MINUTES)

corpus: setup  ## maak de voorbeeldstukken opnieuw uit hun bronnen
	$(BIN)/python corpus/maak.py

screenshots: setup library  ## maak de schermafbeeldingen in docs opnieuw
	$(BIN)/python -m evaluation.screenshots --library $(LIBRARY)

clean:  ## gooi weg wat gemaakt is (.venv, library, caches)
	rm -rf .venv library build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
