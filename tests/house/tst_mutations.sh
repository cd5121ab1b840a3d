#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_mutations.sh SOURCE: each breakage of docs/mutations.md names a line that stands in its file, exactly once, and at least one test.
# Prints totals as Qt Test does, so that ./dev test counts each row.
set -euo pipefail
source=$1
passed=0
failed=0
tests=$(cd "$source/tests" && find . -name 'tst_*' | sed 's|^\./||; s|\.[a-z]*$||')

while IFS=$'\t' read -r name file line becomes red; do
    found=$(sed 's/^[[:space:]]*//' "$source/$file" | grep -cFx -e "$line" || true)
    if [[ $found == 1 && $becomes != "$line" ]] && grep -qE -e "$red" <<<"$tests"; then
        echo "ok $name"
        passed=$((passed + 1))
    else
        echo "FAIL! $name: the line stands $found times in $file, or no test is named '$red'"
        failed=$((failed + 1))
    fi
done < <(awk -f "$source/tests/house/mutations.awk" "$source/docs/mutations.md")
[[ $passed -ge 20 ]] || { echo "FAIL! fewer than 20 breakages"; failed=$((failed + 1)); }
echo "Totals: $passed passed, $failed failed, 0 skipped, 0 blacklisted, 0ms"
[[ $failed == 0 ]]
