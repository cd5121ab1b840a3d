#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# House rules that a pattern can see: textrules.sh ROOT prints "file:line: why" for each break and exits 1 when there is one.
set -euo pipefail
cd "${1:?usage: textrules.sh ROOT}"

# where (path pattern) <tab> what (pattern in a line of code, comments and strings taken out) <tab> why
rules='
^(core|ui|app)/	::instance\(\)	no singletons: app/composition builds everything by constructor
^(core|ui|app)/	processEvents	no nested event loops
^(core|ui|app)/	QEventLoop	no nested event loops
^ui/	[.>]exec\(	no nested event loops: dialogs use open()
^ui/	waitFor[A-Z]	the GUI thread waits for nothing
^(core|ui|app|tests)/	(^|[^A-Za-z_])(SIGNAL|SLOT)\(	connect by function pointer and context
^(ui/|app/[a-z]+\.)	(^|[^A-Za-z_:.>])sender\(\)	connect by function pointer and context
^(core|ui|app)/	\.then\((this|context)	Qt 6.4 aborts when the context dies first: use onReady
^(core|ui|app|tests)/	QSortFilterProxyModel	sort, filter and page in SQL; the model holds a window
^core/	(^|[^A-Za-z_])tr\(	only ui and app speak to people; core returns enums
^(core|ui|app)/	(class|struct) ([A-PR-Z][A-Za-z]*)?(Manager|Helper|Utils?)([ ;:{]|$)	name it by what it does
^(core|ui|app|tests)/	_qs([^A-Za-z0-9_]|$)	deprecated: use _s
^(core|ui|app)/.*\.h$	^using namespace	no using-directive in a header
^tests/	QSKIP	a skipped test is a failed test
^tests/	QVERIFY2?\(true	a test that cannot fail is a defect
'

files() {
    find core ui app tests cmake packaging .ci dev CMakeLists.txt -type f \
        \( -name '*.cpp' -o -name '*.h' -o -name '*.cmake' -o -name CMakeLists.txt -o -name '*.sh' -o -name '*.awk' -o -name dev -o -path '.ci/*' \) \
        -not -path 'tests/data/*' 2>/dev/null | sort
}

# shellcheck disable=SC2046 # no file name here has a blank
awk -v rules="$rules" '
function tell(name, at, text) { printf "%s:%d: %s\n", name, at, text; ++count }

function close_file()
{
    if (file == "")
        return
    limit = file ~ /^tests\// ? 500 : file ~ /\.h$/ ? 150 : file ~ /\.cpp$/ ? 400 : 0
    if (limit && lines > limit)
        tell(file, lines, lines " lines, at most " limit ": split it by what it does")
    if (file ~ /\.h$/ && !once)
        tell(file, 1, "no #pragma once")
    if (!licensed)
        tell(file, 1, "no SPDX line at the top")
}

BEGIN {
    split(rules, row, "\n")
    for (i in row)
        if (split(row[i], cell, "\t") == 3) { ++n; where[n] = cell[1]; what[n] = cell[2]; why[n] = cell[3] }
}

FNR == 1 {
    close_file()
    file = FILENAME
    once = licensed = 0
    code = file ~ /\.(cpp|h)$/
    base = file
    sub(/.*\//, "", base)
    if (code && base !~ /^(tst_)?[a-z0-9]+\.(cpp|h)$/)
        tell(file, 1, "file names are all lowercase, without separators")
}

{
    lines = FNR
    if (FNR <= 2 && /SPDX-License-Identifier: GPL-3.0-or-later/)
        licensed = 1
    if (/^#pragma once/)
        once = 1
    if (file !~ /textrules/ && /(^|[^A-Za-z])(TODO|FIXME)([^A-Za-z]|$)/)
        tell(file, FNR, "unfinished work belongs in an issue")
    if (!code)
        next
    line = $0
    gsub(/"([^"\\]|\\.)*"/, "\"\"", line)
    sub(/\/\/.*/, "", line)
    for (i = 1; i <= n; ++i)
        if (line ~ what[i] && file ~ where[i])
            tell(file, FNR, why[i])
}

END { close_file(); exit count > 0 }
' $(files)
