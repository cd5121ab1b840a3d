// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/custodyrecords.h"
#include "core/session/fileledger.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace mottaget::session {

//! Who works where, with which region.
struct Setup {
    QString dataRoot; //!< the data folder of this device
    QUrl region;      //!< FHIR base URL; may be empty when only what is on disk is wanted
    QString caBundle; //!< PEM file of the authorities that may vouch for the region, in place of the system's; empty: the system's
    QByteArray token; //!< bearer token; never written to disk or logged
    QString personHsaId;
    QString commissionHsaId;
    QString device;
    std::chrono::milliseconds undoWindow {8000}; //!< 0 to 30 s; how long an action waits here before it leaves
    std::chrono::seconds grace = std::chrono::hours(72); //!< data not fetched for so long are locked; a policy of the region
    //! From the custody; dropped when the files are open. None: the folder is a demo's, which keeps its own (democustody.h).
    custody::SharedKeys keys;
    FileLedger* ledger = nullptr; //!< outlives the session; null: a demo folder keeps its own beside the files, which protects nothing
    bool syncAtOnce = true; //!< false: only when syncOnce() asks (command line)
};

//! Why a session can't begin. Each has its own text and its own way out.
struct OpenError {
    enum class Code {
        RegionNotLoopback, //!< a demo folder serves only a region on this very machine
        FolderNotDemo,     //!< the folder holds something, and is not marked DEMO
        InUse,             //!< another process owns the folder
        NetworkDisk,       //!< the folder lies on another machine's disk
        NewerFiles,        //!< written by a newer Mottaget
        DiskFull,          //!< nothing can be written, so nothing could be logged or kept
        NotWritable,       //!< the folder or its disk may only be read
        OutOfMemory,       //!< the system gave no memory
        MigrationFailed,   //!< a file of an older version could not be brought to this one's tables; it is as it was
        DiskFailed,        //!< the disk refused a read or a write
        SealingBroken,     //!< the ciphers or the sealing do not work here: nothing is opened in clear instead
        NotSetAside,       //!< a file does not open, and the disk does not let it be moved aside
        CannotOpen,        //!< none of these
        BadToken,          //!< the token is not of the form demo:<HSA-id>:<commission>
    };
    Code code = Code::CannotOpen;
    QString detail; //!< for IT: which file, and the system's own word
    friend bool operator==(const OpenError&, const OpenError&) = default;
};

//! May this folder be used as a demo folder, with this region? Makes and marks a new one (DEMO, 0700). Folders of real regions have keys
//! from the custody and do not come here.
[[nodiscard]] Result<void, OpenError> acceptFolder(const QString& dataRoot, const QUrl& region);

//! A region on this very machine is a demo's: its folders carry the DEMO mark and keep their own keys. All others have a custody.
[[nodiscard]] bool isDemoRegion(const QUrl& region);
//! Where the records and files of a setup lie.
[[nodiscard]] custody::Place placeOf(const Setup& setup);

//! The person and commission a demo token names: `demo:<HSA-id>:<commission>`.
struct TokenSubject {
    QString personHsaId;
    QString commissionHsaId;
};
[[nodiscard]] Result<TokenSubject, OpenError> subjectOf(const QByteArray& token);

} // namespace mottaget::session
