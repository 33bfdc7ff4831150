#!/usr/bin/env bash
# The package by itself: installed from its wheel and the lock of what it runs with, outside the
# checkout, without a development package. Usage: smoke.sh WHEEL
set -euo pipefail

wheel=$(realpath "$1")
lock=$(realpath "$(dirname "$0")/../../requirements.lock")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"

"${PYTHON:-python3}" -m venv venv
venv/bin/pip --disable-pip-version-check install --quiet --require-hashes --requirement "$lock"
venv/bin/pip --disable-pip-version-check install --quiet --no-index --no-deps "$wheel"

export SLUSE_STATE_DIR=$place/state
venv/bin/sluse --version
venv/bin/sluse doctor >/dev/null
status=0
printf 'Kære Anne Holm, dit CPR-nr. er 010158-5670.\n' |
  venv/bin/sluse scan --format json - >scan.json || status=$?
[ "$status" -eq 1 ] # 1: findings
grep --quiet DK_CPR scan.json
grep --quiet PERSON scan.json
echo 'Pakken virker alene · the package works by itself'
