# Sourced by every script: finds Python, prepares .venv when it is missing or stale, sets what the package needs.
# shellcheck shell=bash
# Nothing here writes to standard output, so that `scripts/check --format json` prints JSON only.
set -euo pipefail

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
PYTHON=$ROOT/.venv/bin/python

say() { printf '%s\n' "$*" >&2; }

# Wrong use or a wrong environment is 2 everywhere; 1 is kept for problems in content.
stop() {
  say "$*"
  exit 2
}

# find_python [STATEMENT]: the first Python on PATH that is new enough and can do the statement.
# The first of a name may be a shim for a version that is not installed, so every one of that name is run to see.
find_python() {
  local name candidate
  for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
    while IFS= read -r candidate; do
      if "$candidate" -I -c "import sys; assert sys.version_info >= (3, 11); ${1:-}" >/dev/null 2>&1 </dev/null; then
        printf '%s\n' "$candidate"
        return 0
      fi
    done < <(type -aP "$name")
  done
  return 1
}

prepare() {
  local base status=0
  if ! base=$(find_python "import venv, ensurepip"); then
    if find_python >/dev/null; then
      stop "找到了 Python，但缺少 venv 模块，请先安装（Debian、Ubuntu：apt-get install python3-venv）。" \
        "Python is here without its venv module: install python3-venv."
    fi
    stop "没有找到 Python 3.11 或更新的版本，请先安装（Debian、Ubuntu：apt-get install python3 python3-venv）。" \
      "Python 3.11 or newer was not found: install it."
  fi
  "$base" -E -s -X utf8 "$ROOT/scripts/lib/environment.py" "$1" || status=$?
  [ "$status" -eq 0 ] || exit "$status"
}

# use_environment build|dev
use_environment() {
  unset PYTHONHOME PYTHONDONTWRITEBYTECODE
  if ! "$PYTHON" -E -s -X utf8 "$ROOT/scripts/lib/readiness.py" "$1" 2>/dev/null; then
    prepare "$1"
  fi
  # Safe path: a yaml.py or markdown.py lying in the caller's folder must not be imported.
  export PYTHONPATH=$ROOT/hooks PYTHONSAFEPATH=1 PYTHONUTF8=1 NO_MKDOCS_2_WARNING=1
}

# run COMMAND [ARGUMENT…]: one command of the package, in the caller's folder.
run() {
  use_environment build
  local start=("$PYTHON" -m gongkai "$@")
  # A Ctrl-C while Python itself begins would be a traceback: held back, it arrives when we can answer it.
  if env --block-signal=INT true 2>/dev/null; then
    exec env --block-signal=INT "${start[@]}"
  fi
  exec "${start[@]}"
}
