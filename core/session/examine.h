// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/anchor.h"
#include "core/session/closedfolder.h"
#include "core/session/values.h"

#include <QList>

namespace mottaget::session {

//! One thing that was found in a file.
struct FileProblem {
    enum class Kind {
        NotOpened,   //!< `trouble` says why; `detail` is the system's own word
        BadPage,     //!< page `number` does not authenticate
        BadLogFrame, //!< frame `number` of the log does not, and good ones follow
        StrayBytes,  //!< `number` bytes after the last whole page
        Structure,   //!< SQLite's own check: `detail`
        LeftAside,   //!< it was set aside once and still lies there; `trouble` only when it does not open today (`opens` is false)
        LogChain,    //!< the access log's chain of hashes does not hold at entry `number`; `detail` is the kind's code
        NotExamined, //!< the copy that SQLite was to read could not be made; `detail`
    };
    Kind kind = Kind::NotOpened;
    FileTrouble trouble = FileTrouble::Damaged;
    qint64 number = 0;
    bool opens = false;
    QString detail;
    friend bool operator==(const FileProblem&, const FileProblem&) = default;
};

struct ExaminedFile {
    QString path;
    bool exists = false;
    qint64 pages = 0;     //!< that were read
    qint64 logFrames = 0; //!< of the log's current run
    QList<FileProblem> problems;
    friend bool operator==(const ExaminedFile&, const ExaminedFile&) = default;
};

//! Every page of the four files and their logs as they lie on disk, then SQLite's own check and the anchors on a copy. Only looks: nothing
//! in the folder is made, migrated, repaired, set aside or begun anew. A file that is not there is no problem unless an anchor knows it.
[[nodiscard]] QList<ExaminedFile> examine(const ClosedFolder& folder, const crypto::Anchors& anchors);

} // namespace mottaget::session
