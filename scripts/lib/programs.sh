# Sourced by scripts/test and scripts/lint: finds the programs that they start beside Python – a Chromium with a
# Chinese font, an nginx, shellcheck – and installs them where it may.
# shellcheck shell=bash

# A name on PATH may be a stub (Ubuntu's chromium-browser without its snap): each is started to see.
find_browser() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

# Without one, pages are drawn with empty boxes, and every width measured on them is wrong.
has_chinese_font() {
  [ "$(uname -s)" = Darwin ] || [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]
}

# Whether apt-get may be used without a password; sets as_root to what goes before it.
may_install() {
  as_root=""
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root="sudo -n"
  fi
}

# install WHAT WHY PACKAGE…: with apt-get where that needs no password; otherwise says what to run.
install() {
  local what=$1 why=$2
  shift 2
  local advice="请先运行 apt-get install $*（或另装$what）。$why: install it."
  may_install || stop "$advice"
  say "需要$what，正在用 apt-get 安装（installing）$*……"
  # shellcheck disable=SC2086 # empty or two words
  { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 \
      install --no-install-recommends "$@"; } </dev/null >&2 || stop "apt-get 没有成功。$advice"
}

use_browser() {
  # Each alone: Ubuntu has Chrome without Chinese fonts, and no package named chromium.
  if ! find_browser >/dev/null; then
    install " Chromium" "The browser tests need Chromium" chromium fonts-liberation
  fi
  if ! has_chinese_font; then
    install "中文字体" "The browser tests need a Chinese font" fontconfig fonts-noto-cjk
  fi
  CHROMIUM=$(find_browser) || stop "装上的浏览器不能启动。The installed browser does not start."
  has_chinese_font || stop "装上的中文字体没有生效。The installed Chinese font is not seen by fc-list."
  export CHROMIUM
}

# Debian's Chromium without windows draws the same pages for half of the time. It is a convenience: where it cannot
# be had (another system, no network), Chromium itself does; and no package is taken away for it.
lighten_browser() {
  local light=chromium-headless-shell
  if ! command -v "$light" >/dev/null; then
    dpkg -s chromium-common >/dev/null 2>&1 && may_install || return 0
    say "正在用 apt-get 安装（installing）$light，浏览器测试快一倍……"
    quietly install --no-install-recommends --no-remove "$light" ||
      { quietly update && quietly install --no-install-recommends --no-remove "$light"; } ||
      say "没有装上，用 Chromium。"
  fi
  if "$light" --version >/dev/null 2>&1; then CHROMIUM=$(command -v "$light"); fi
}

# quietly WORD…: apt-get, for what can be done without.
quietly() {
  # shellcheck disable=SC2086 # empty or two words
  timeout 120 $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=60 "$@" \
    </dev/null >/dev/null 2>&1
}

# Debian keeps servers where a user's PATH does not look.
find_nginx() {
  local candidate
  for candidate in "${NGINX:-}" nginx /usr/sbin/nginx /opt/homebrew/bin/nginx; do
    if [ -n "$candidate" ] && "$candidate" -v >/dev/null 2>&1; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

use_nginx() {
  if ! find_nginx >/dev/null; then
    install " nginx" "The tests of deploy/nginx.conf need nginx" nginx-light
    # The package starts a server for the whole network at once; the tests start their own, for this machine only.
    # shellcheck disable=SC2086 # empty or two words
    if command -v systemctl >/dev/null; then $as_root systemctl disable --now nginx >&2 || true; fi
  fi
  NGINX=$(find_nginx) || stop "装上的 nginx 不能启动。The installed nginx does not start."
  export NGINX
}

# What speaks S3, for the tests that send a release to a store; the tests find it at its place.
use_store() {
  "$PYTHON" "$ROOT/scripts/lib/store_tools.py" >/dev/null || exit 2
}

find_shellcheck() {
  local candidate
  for candidate in "${SHELLCHECK:-}" shellcheck; do
    if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

use_shellcheck() {
  if ! find_shellcheck >/dev/null; then
    install " shellcheck" "scripts/lint needs shellcheck" shellcheck
  fi
  SHELLCHECK=$(find_shellcheck) || stop "装上的 shellcheck 不能启动。The installed shellcheck does not start."
}

# Tests write and remove some hundred thousand small files, which a disk does ten times as slowly as memory: where
# memory is plentiful and programs may be started from it, temporary files go there.
use_memory() {
  local folder=${MEMORY_FOLDER:-/dev/shm} enough=$((8 * 1024 * 1024))
  [ -w "$folder" ] && [ -r /proc/meminfo ] || return 0
  [ "$(df --output=avail -k "$folder" | tail -n 1)" -gt "$enough" ] || return 0
  [ "$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)" -gt "$enough" ] || return 0
  folder=$folder/gongkai-tests-$(id -u)
  # the folder of somebody else by our name would be theirs to change
  mkdir -m 700 -- "$folder" 2>/dev/null || [ -O "$folder" ] || return 0
  printf '#!/bin/sh\n' >"$folder/starts" && chmod +x "$folder/starts" && "$folder/starts" 2>/dev/null || return 0
  export TMPDIR=$folder PYTEST_ADDOPTS="-o tmp_path_retention_policy=failed ${PYTEST_ADDOPTS:-}"
}
