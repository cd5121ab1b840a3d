#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_count.sh SOURCE WORK: the count that closes ./dev test is honest about crashes, time-outs, skips and tests that did not run.
# Prints totals as Qt Test does, so that ./dev test counts each row.
set -euo pipefail
count=$1/tests/house/count.awk
work=$2
passed=0
failed=0
mkdir -p "$work"

# row NAME LAST-LINE EXIT-CODE, the expected tests in $expected and ctest's words in $said
row() {
    local status=0 last
    printf '%s\n' "$expected" >"$work/expected"
    printf '%s\n' "$said" >"$work/log"
    last=$(awk -f "$count" "$work/expected" "$work/log" | tail -n 1; exit "${PIPESTATUS[0]}") || status=$?
    if [[ $last == "$2" && $status == "$3" ]]; then
        echo "ok $1"
        passed=$((passed + 1))
    else
        echo "FAIL! $1: '$last', exit code $status"
        failed=$((failed + 1))
    fi
}

expected='  Test #1: core/tst_a'
said='1: PASS   : TestA::initTestCase()
1: Totals: 7 passed, 0 failed, 0 skipped, 0 blacklisted, 3ms
1/1 Test #1: core/tst_a .......................   Passed    0.01 sec'
row passes '7 passed, 0 failed' 0

said='1: FAIL!  : TestA::row() wrong
1: Totals: 6 passed, 1 failed, 0 skipped, 0 blacklisted, 3ms
1/1 Test #1: core/tst_a .......................***Failed    0.01 sec'
row fails '6 passed, 1 failed' 1

said='1: Totals: 6 passed, 0 failed, 1 skipped, 0 blacklisted, 3ms
1/1 Test #1: core/tst_a .......................   Passed    0.01 sec'
row skips '6 passed, 1 failed' 1

said='1: Totals: 6 passed, 0 failed, 0 skipped, 2 blacklisted, 3ms
1/1 Test #1: core/tst_a .......................   Passed    0.01 sec'
row blacklists '6 passed, 2 failed' 1

said='1: PASS   : TestA::initTestCase()
1/1 Test #1: core/tst_a .......................***Exception: SegFault  0.22 sec'
row crashes '0 passed, 1 failed' 1

said='1: Totals: 7 passed, 0 failed, 0 skipped, 0 blacklisted, 3ms
1/1 Test #1: core/tst_a .......................***Exception: SegFault  0.22 sec'
row crashes-at-exit '7 passed, 1 failed' 1

said='1/1 Test #1: core/tst_a .......................***Timeout 120.02 sec'
row times-out '0 passed, 1 failed' 1

said='1/1 Test #1: core/tst_a .......................***Not Run   0.00 sec'
row is-not-built '0 passed, 1 failed' 1

said='1/1 Test #1: core/tst_a .......................   Passed    0.01 sec'
row says-nothing '0 passed, 1 failed' 1

said=''
row never-runs '0 passed, 1 failed' 1

expected=''
row nothing-at-all '0 passed, 0 failed' 1

expected='  Test #1: core/tst_a
  Test  #2: core/tst_b (Disabled)
file core/tst_a
file core/tst_c'
said='1: Totals: 7 passed, 0 failed, 0 skipped, 0 blacklisted, 3ms
1/1 Test #1: core/tst_a .......................   Passed    0.01 sec'
row disabled-and-unregistered '7 passed, 2 failed' 1

expected='  Test  #1: core/tst_a
  Test #12: core/tst_b'
said='12: Totals: 3 passed, 0 failed, 0 skipped, 0 blacklisted, 3ms
 1: Totals: 9 passed, 9 failed, 9 skipped, 9 blacklisted, 3ms
 1/2 Test #12: core/tst_b .......................   Passed    0.01 sec
1: Totals: 4 passed, 1 failed, 0 skipped, 0 blacklisted, 3ms
1: Totals: 5 passed, 0 failed, 0 skipped, 0 blacklisted, 3ms
 2/2 Test  #1: core/tst_a .......................***Failed    0.01 sec'
row several-classes-in-one '12 passed, 1 failed' 1

echo "Totals: $passed passed, $failed failed, 0 skipped, 0 blacklisted, 0ms"
[[ $failed == 0 ]]
