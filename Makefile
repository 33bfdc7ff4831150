# Sluse. `make help` tells what there is. Needs Python 3.11 or newer, make, and nothing else at first.
# Everything is installed into .venv from the locks (exact versions, with hashes), never as root.

PYTHON ?= python3
DATA ?= data
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --require-virtualenv
INSTALL := $(PIP) install --quiet --require-hashes
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-strip-extras --quiet $(ARGS)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup serve test check pictures bench bench-accuracy bench-speed bench-batch bench-extension bench-stream bench-ner bench-hook bench-load coverage train extension wheel smoke lock clean

help: ## Vis denne hjælp · show this help
	@printf 'Sluse – sluseporten, dansk tekst passerer, før den når ChatGPT eller Copilot.\n\n'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\n  PYTHON=python3.12 vælger en anden Python · chooses another Python\n'

setup: $(VENV)/.stamp-dev ## Klargør .venv med alt til udvikling · set up .venv for development

serve: $(VENV)/.stamp-run ## Start tjenesten på http://127.0.0.1:8080 · start the service
	@$(BIN)/sluse serve $(ARGS)

test: check ## Kør alle kontroller og prøver · run every check and test (ARGS="-k cpr")
	@.ci/tools
	@$(BIN)/pytest --numprocesses auto $(ARGS)

check: $(VENV)/.stamp-dev ## Kør kontrollerne: stil, typer, importretning, Dockerfile · lint, types, imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile

coverage: $(VENV)/.stamp-dev ## Mål, hvor meget af koden prøverne når · what of the code the tests reach
	@$(BIN)/pytest --numprocesses auto --cov --cov-report term:skip-covered --cov-report html $(ARGS)

pictures: $(VENV)/.stamp-dev ## Tag billederne i docs/ igen · take the pictures of docs/ anew
	@$(BIN)/python -m docs.pictures.take

bench: bench-accuracy bench-speed ## Kør alle målinger · run every benchmark

bench-speed: $(VENV)/.stamp-bench ## Mål, hvor hurtigt der scannes, ved siden af andre · speed, beside others
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.speed --json benchmarks/speed.json --plot docs/speed.svg $(ARGS)

bench-accuracy: $(VENV)/.stamp-dev ## Mål præcision og genfinding · precision and recall
	@$(BIN)/python benchmarks/accuracy.py $(ARGS)

bench-extension: $(VENV)/.stamp-dev ## Mål, hvad udvidelsen lægger til et tryk på Enter · delay of the extension
	@$(BIN)/python -m benchmarks.extension --json benchmarks/extension.json $(ARGS)

bench-stream: $(VENV)/.stamp-dev ## Mål strømme og tastetryk (ARGS="--size 1GB") · streams and keystrokes
	@$(BIN)/python benchmarks/stream.py --json benchmarks/stream.json $(ARGS)

bench-batch: $(VENV)/.stamp-dev ## Mål mapper af dokumenter (ARGS="--documents 200") · folders of documents
	@$(BIN)/python -m benchmarks.batch --json benchmarks/batch.json $(ARGS)
	@$(BIN)/python -m benchmarks.scale

bench-hook: $(VENV)/.stamp-dev ## Mål, hvor længe et AI-program venter på hooken · how long a client waits for the hook
	@$(BIN)/python benchmarks/hook.py --json benchmarks/hook.json $(ARGS)

bench-load: $(VENV)/.stamp-dev ## Mål tjenesten under pres, ved siden af Presidios · the service under load
	@$(BIN)/python -m benchmarks.load --json benchmarks/load.json $(ARGS)

bench-ner: $(VENV)/.stamp-dev ## Mål navnemodellen på DATA=mappe · measure the names model on DATA=folder
	@$(BIN)/python -m benchmarks.ner --data $(DATA) --json benchmarks/ner.json $(ARGS)

train: $(VENV)/.stamp-train ## Træn navnemodellen på DATA=mappe · train the names model on DATA=folder
	@$(BIN)/python -m models.train --data $(DATA) $(ARGS)

wheel: $(VENV)/.stamp-run ## Byg pakken i dist/ · build the package into dist/
	@rm -f dist/*.whl
	@$(BIN)/hatchling build -t wheel

extension: ## Pak browserudvidelsen i dist/ · pack the browser extension into dist/
	@$(PYTHON) extension/pack.py dist

smoke: wheel ## Installér pakken alene og scan en tekst · install the package by itself, scan a text
	@PYTHON=$(PYTHON) tests/container/smoke.sh dist/*.whl

lock: $(VENV)/.stamp-dev ## Lås afhængighederne igen · lock dependencies again (ARGS=--upgrade)
	$(LOCK) --group dev --output-file requirements-dev.lock
	$(LOCK) --constraints requirements-dev.lock --output-file requirements.lock
	$(LOCK:pyproject.toml=) --group build --constraints requirements-dev.lock --output-file requirements-build.lock

.PHONY: lock-bench
lock-bench: $(VENV)/.stamp-dev ## Lås målingernes afhængigheder igen · lock the benchmarks' peers again
	$(LOCK) --group bench --constraints requirements-dev.lock --output-file requirements-bench.lock

.PHONY: lock-train
lock-train: $(VENV)/.stamp-dev ## Lås træningens afhængigheder igen · lock what training needs again
	$(LOCK) --group teacher --constraints requirements-dev.lock --output-file requirements-train.lock

clean: ## Fjern .venv og alt, der er bygget · remove .venv and everything built
	rm -rf $(VENV) build dist htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.stamp-bench: $(VENV)/.stamp-dev requirements-bench.lock
	@$(INSTALL) -r requirements-bench.lock
	@touch $@

$(VENV)/.stamp-train: $(VENV)/.stamp-dev requirements-train.lock
	@echo 'Henter torch, som læreren i træningen kræver (flere GB) · fetching torch, several GB …'
	@$(INSTALL) -r requirements-train.lock
	@touch $@

# A new interpreter, a fresh environment: an unfinished one is begun again.
$(VENV)/.stamp-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Sluse kræver Python 3.11 eller nyere; "$(PYTHON)" er ældre eller mangler. Prøv fx: make PYTHON=python3.12 $(MAKECMDGOALS)'; \
		echo 'Sluse needs Python 3.11 or newer; "$(PYTHON)" is older or missing. Try: make PYTHON=python3.12 $(MAKECMDGOALS)'; \
		exit 1; } >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Pythons venv mangler. På Debian og Ubuntu: sudo apt install python3-venv'; \
		echo 'The venv module of Python is missing. On Debian and Ubuntu: sudo apt install python3-venv'; \
		exit 1; } >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.stamp-run: $(VENV)/.stamp-python requirements.lock requirements-build.lock pyproject.toml
	@echo 'Henter det, Sluse bruger (første gang et par minutter) · fetching what Sluse uses …'
	@$(INSTALL) -r requirements.lock -r requirements-build.lock
	@$(PIP) install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-run requirements-dev.lock
	@echo 'Henter det, udvikling kræver · fetching what development needs …'
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
