# Two commands matter: `make demo` shows Taoli, `make test` proves it. Nothing but Python >= 3.11 is needed.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV = .venv/bin/python
PORT ?= 8000

.PHONY: demo test check soak prepare prepare-test format lock python

demo: prepare  ## the demo school on http://127.0.0.1:8000
	@exec $(VENV) manage.py demo --port $(PORT)

test: prepare-test  ## everything: lint, types, contracts, tests on both databases, a real browser
	@exec $(VENV) -m tools.run_tests

check: prepare-test  ## the same without the browser
	@exec $(VENV) -m tools.run_tests --without browser

soak: prepare-test  ## long random runs, and a thousand cuts of the network (TAOLI_SOAK_CUTS, TAOLI_SOAK_HISTORIES)
	@$(VENV) -c "from tools import system; system.install(browser=True)"
	@test ! -d tests/soak || exec $(VENV) -m pytest tests/soak

prepare: python
	@$(PYTHON) -m tools.prepare demo

prepare-test: python
	@$(PYTHON) -m tools.prepare test

format: prepare-test  ## mend what can be mended by machine
	@$(VENV) -m ruff check --fix taoli tests tools bench
	@$(VENV) -m ruff format taoli tests tools bench
	@find taoli -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2

COMPILE = $(VENV) -m uv pip compile -q --generate-hashes --no-annotate --no-header --universal \
	--python-version 3.11 --python $(VENV) $(if $(UPGRADE),--upgrade)

lock: prepare-test  ## write the locks anew from requirements/*.in; UPGRADE=1 takes newer versions
	$(COMPILE) requirements/base.in -o requirements/base.txt
	$(COMPILE) requirements/test.in -c requirements/base.txt -o requirements/test.txt
	$(COMPILE) requirements/node.in -o requirements/node.txt

python:
	@test -n "$(PYTHON)" || { echo "Taoli needs Python 3.11 or newer" >&2; exit 1; }
