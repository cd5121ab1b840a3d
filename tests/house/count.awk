# SPDX-License-Identifier: GPL-3.0-or-later
# Counts what ctest ran, for ./dev test: awk -f count.awk EXPECTED LOG
#   EXPECTED  `ctest -N` and lines "file <name>" for each test file in the tree
#   LOG       `ctest -V`
# A test counts by the functions and rows in its Qt Test totals. It also counts as failed when it crashes, times out, is skipped,
# says no totals, or is expected and does not run at all. The last line is "N passed, N failed"; the exit code 1 when any failed
# or none passed.

FNR == NR && /^ *Test +#[0-9]+: / {
    name = $0
    sub(/^ *Test +#[0-9]+: /, "", name)
    sub(/ \(Disabled\)$/, "", name)
    expect(name)
    next
}
FNR == NR && /^file / { expect($2); next }
FNR == NR { next }

# Output of test 12 is printed as "12: text".
/^[0-9]+: / {
    number = $1
    sub(/:$/, "", number)
    line = substr($0, length(number) + 3)
    if (line ~ /^Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/) {
        split(line, word, " ")
        said[number] = 1
        good[number] += word[2]
        bad[number] += word[4] + word[6] + word[8]
    }
    if (line !~ /^PASS / && line !~ /^Test command:/ && line !~ /^Environment variables:/ && line !~ /^Working Directory:/)
        output[number] = output[number] "  " line "\n"
    next
}

# " 3/40 Test #12: core/base/tst_id ......   Passed    0.01 sec"
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
    number = $0
    sub(/^[^#]*#/, "", number)
    sub(/:.*/, "", number)
    outcome = $0
    sub(/^[^#]*#[0-9]+: /, "", outcome)
    name = outcome
    sub(/ .*/, "", name)
    sub(/^[^ ]+ [.]*/, "", outcome)
    sub(/ +[0-9.]+ sec.*$/, "", outcome)
    gsub(/^[ *]+/, "", outcome)
    ran[name] = 1
    if (!(name in expected))
        expect(name)
    if (outcome != "Passed" && !bad[number])
        fail(name, outcome, number)
    else if (bad[number])
        report(name, bad[number] " of its checks failed or were skipped", number)
    else if (!said[number])
        fail(name, "no totals: it checked nothing that can be counted", number)
    passed += good[number]
    failed += bad[number]
}

function expect(name)
{
    if (!(name in expected))
        order[++names] = name
    expected[name] = 1
}

function report(name, why, number)
{
    printf "FAILED %s: %s\n%s", name, why, output[number]
}

function fail(name, why, number)
{
    report(name, why, number)
    ++failed
}

END {
    for (i = 1; i <= names; ++i)
        if (!(order[i] in ran))
            fail(order[i], "did not run", "")
    printf "%d passed, %d failed\n", passed, failed
    exit failed > 0 || passed == 0
}
