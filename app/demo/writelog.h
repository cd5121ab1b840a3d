// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/interactions.h"
#include "app/demo/resourcestore.h"

#include <QFile>
#include <QString>

#include <optional>
#include <vector>

namespace mottaget::demo {

//! What the generated data follow from. The same origin gives the same data, to the byte.
struct Origin {
    quint32 seed = 1;
    int residents = 400;
    int cases = 380;
    qint64 now = 0; //!< ms since the epoch

    friend bool operator==(const Origin&, const Origin&) = default;
};

struct LoggedCommit {
    std::vector<Write> writes;
    qint64 lastUpdated = 0;
    qint64 committed = 0;
};

struct WriteLog {
    Origin origin;
    std::vector<LoggedCommit> commits;
};

//! Opens the file for appending and reads what it holds: one line for the origin, then one for each commit. A file that
//! is not there is begun with `origin`. A last line without its end, left by a process that was killed, is cut off.
//! Nothing when the file can't be opened or is something else.
[[nodiscard]] std::optional<WriteLog> openWriteLog(QFile& file, const QString& path, const Origin& origin);

//! Appends a commit and hands it to the system before it returns, so that a killed process loses nothing it answered.
void appendCommit(QFile& file, const std::vector<Write>& writes, Moment moment);

} // namespace mottaget::demo
