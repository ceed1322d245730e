#!/bin/sh
# Proves that dist/ and src/gql/ are what the sources give, and runs the types, the lint and the tests of the explorer.
set -eu
cd "$(dirname "$0")"
sums() { find dist src/gql -type f | LC_ALL=C sort | xargs sha256sum; }
before=$(mktemp) after=$(mktemp)
trap 'rm -f "$before" "$after"' EXIT
sums >"$before"
quiet="--no-audit --no-fund --loglevel=error"
npm ci $quiet >/dev/null
npm --prefix codegen ci $quiet >/dev/null
npm --prefix codegen run --silent generate >/dev/null
npm run --silent types
npm run --silent lint
npm run --silent test
npm run --silent build >/dev/null
sums >"$after"
if ! diff "$before" "$after"; then
	echo "web/dist or web/src/gql was not what the sources give; it is now: commit it" >&2
	exit 1
fi
