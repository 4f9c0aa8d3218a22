# 只需要 python3（3.11 以上，带 venv）。第一次运行会装好虚拟环境，以后很快。
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: demo test lint types docs lock clean

demo: build/knowledge.cache
	$(PY) -m bot demo $(if $(PORT),--port $(PORT))

test: $(VENV)/dev.ok
	$(PY) -m pytest

lint: $(VENV)/dev.ok
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/dev.ok
	$(VENV)/bin/mypy

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11 或更新的版本，现在是 %d.%d。" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo '建立虚拟环境失败：请先装好 venv（Debian 上是 python3-venv 软件包）。'; exit 1; }

$(VENV)/run.ok: requirements.lock | $(VENV)/bin/python
	@[ -e $(VENV)/dev.ok ] || $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/dev.ok: requirements-dev.lock | $(VENV)/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/run.ok

# 把知识预先算好，第一次启动就快；不是最新的会自动重算
build/knowledge.cache: $(wildcard knowledge/*.yaml knowledge/cards/*.yaml) | $(VENV)/run.ok
	@$(PY) -m bot.answers.prepare && touch $@

# 重新锁定依赖：先改 pyproject.toml，再运行 make lock
lock: $(VENV)/dev.ok
	$(PY) -m piptools compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --strip-extras --no-header -o requirements.lock pyproject.toml
	$(PY) -m piptools compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --strip-extras --no-header --extra dev -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
