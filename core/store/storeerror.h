// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace mottaget::store {

//! Why a file did not do what was asked. `detail` is SQLite's own word, free of row contents.
struct StoreError {
    enum class Code {
        CannotOpen,     //!< no such folder, no right, or not a database
        InUse,          //!< another process owns the data folder
        NetworkDisk,    //!< the folder lies on another machine's disk (`detail`: nfs4, cifs ...); no file was begun there
        NewerFile,      //!< written by a newer Mottaget; refused and left untouched
        MigrationFailed,
        Corrupt,        //!< SQLite finds its own structures broken
        DiskFull,
        NotWritable,    //!< the folder, the file or its disk may only be read
        OutOfMemory,    //!< the system gave no memory; nothing was changed
        StatementFailed,
        NotSetAside,    //!< does not open, and the disk does not let it be moved aside either; nothing was begun over it
        IoFailed,       //!< the system refused a read, write or sync; says nothing about the file's content
        // Sealed files. Of these all but Damaged and SealingBroken leave the file and its log as they were.
        NotSealed,      //!< SQLite does not reach the file through the sealing: nothing may be read or written
        SealingBroken,  //!< the ciphers fail their self-test or the key is malformed: nothing is sealed or opened
        WrongKey,       //!< not the key (or not the key epoch) that this file was sealed with
        OtherFile,      //!< the key fits, but the file is another one or of another kind (or its first page is damaged)
        PlainFile,      //!< an ordinary SQLite file where a sealed one should be
        UnknownFormat,  //!< sealed by a format this version does not know, or not sealed at all
        ForeignLayout,  //!< the first page opens, but leaves no room for the seal: not made by this sealing
        RefusedFile,    //!< a file or an access that the sealing does not know (rollback journal, temporary file, attached file)
        OlderState,     //!< sound, but older than what is known to have stood here: put back from a copy, or begun anew
        Damaged,        //!< a page does not authenticate, or the file is shorter than it must be
    };
    Code code = Code::StatementFailed;
    QString detail;
    friend bool operator==(const StoreError&, const StoreError&) = default;
};

//! The stable name of a code, for the command line and for support.
[[nodiscard]] QLatin1StringView codeOf(StoreError::Code code);

template <typename T>
using StoreResult = Result<T, StoreError>;

} // namespace mottaget::store
