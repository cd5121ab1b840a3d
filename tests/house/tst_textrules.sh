#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_textrules.sh SOURCE WORK: each house rule of textrules.sh must catch its break, and nothing in clean text.
# Prints totals as Qt Test does, so that ./dev test counts each row.
set -euo pipefail
rules=$1/tests/house/textrules.sh
work=$2
passed=0
failed=0
licence='// SPDX-License-Identifier: GPL-3.0-or-later'

# row NAME PATH CONTENT EXPECTED: the rules must say EXPECTED about PATH; an empty EXPECTED means that they say nothing.
row() {
    local tree=$work/$1 said status=0
    rm -rf "$tree"
    mkdir -p "$tree/$(dirname "$2")"
    printf '%s\n' "$3" >"$tree/$2"
    said=$("$rules" "$tree" 2>&1) || status=$?
    if [[ -z $4 && $status == 0 && -z $said ]] || [[ -n $4 && $status == 1 && $said == "$2:"*"$4"* && $said != *$'\n'* ]]; then
        echo "ok $1"
        passed=$((passed + 1))
    else
        echo "FAIL! $1: status $status, said '$said'"
        failed=$((failed + 1))
    fi
}
line() { row "$1" "$2" "$licence"$'\n'"$3" "$4"; }
many() { for ((i = 1; i < $1; ++i)); do echo "int line$i;"; done; }

line clean-source core/care/case.cpp 'int stateful() { return 1; }' ''
line clean-header core/care/case.h '#pragma once' ''
line words-in-a-comment core/care/case.cpp '// not by processEvents or QEventLoop' ''
line words-in-a-text core/care/case.cpp 'auto text = "QSortFilterProxyModel";' ''
line singleton core/net/http.cpp 'auto& it = Thing::instance();' 'no singletons'
line process-events ui/shell/window.cpp 'QCoreApplication::processEvents();' 'no nested event loops'
line event-loop app/main.cpp 'QEventLoop loop;' 'no nested event loops'
line dialog-exec ui/shell/window.cpp 'dialog.exec();' 'dialogs use open()'
line wait-in-ui ui/shell/window.cpp 'future.waitForFinished();' 'the GUI thread waits for nothing'
line string-signal ui/shell/window.cpp 'connect(a, SIGNAL(clicked()), b);' 'connect by function pointer'
line string-slot tests/ui/tst_window.cpp 'connect(a, f, b, SLOT(go()));' 'connect by function pointer'
line who-sent-it ui/shell/window.cpp 'auto* button = sender();' 'connect by function pointer'
line sender-of-a-message app/demo/cases.h $'#pragma once\nQString sender();' ''
line then-this core/net/http.cpp 'future.then(this, [] {});' 'use onReady'
line proxy-model ui/models/list.cpp 'QSortFilterProxyModel model;' 'sort, filter and page in SQL'
line words-in-core core/sync/engine.cpp 'auto text = tr("");' 'core returns enums'
line a-manager core/net/http.h $'#pragma once\nclass LinkManager;' 'name it by what it does'
line old-literal core/net/http.cpp 'auto text = u""_qs;' 'use _s'
line using-in-a-header core/net/http.h $'#pragma once\nusing namespace Qt;' 'no using-directive in a header'
line skipped-test tests/core/tst_http.cpp 'QSKIP("no network");' 'a skipped test is a failed test'
line idle-test tests/core/tst_http.cpp 'QVERIFY(true);' 'a test that cannot fail'
line unfinished core/net/http.cpp "// $(printf 'TO%s' DO): the rest" 'unfinished work'
line no-once core/net/http.h 'int port();' 'no #pragma once'
line capital-name core/net/HttpClient.cpp 'int port();' 'all lowercase'
row no-licence core/net/http.cpp 'int port();' 'no SPDX line'
line long-source core/net/http.cpp "$(many 401)" 'at most 400'
line full-source core/net/http.cpp "$(many 400)" ''
line long-header core/net/http.h "#pragma once
$(many 150)" 'at most 150'
line long-test tests/core/tst_http.cpp "$(many 501)" 'at most 500'

echo "Totals: $passed passed, $failed failed, 0 skipped, 0 blacklisted, 0ms"
[[ $failed == 0 ]]
