// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/care/command.h"
#include "core/session/custodyrecords.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

//! What a person has written and decided that the region does not know: had back also when the cache is gone, or the person is. Works on
//! copies, so that the files stay as they are. Blocks on the disk; for the command line.
namespace mottaget::session {

struct UnsentAction {
    care::Command command;
    care::CommandState state = care::CommandState::Queued;
    int attempts = 0;
    QString reason;
    QString serverText;
    friend bool operator==(const UnsentAction&, const UnsentAction&) = default;
};

struct UnsentDraft {
    care::CaseId caseId;
    care::Verb verb = care::Verb::Reply;
    QString text;
    QDateTime savedAt;
    friend bool operator==(const UnsentDraft&, const UnsentDraft&) = default;
};

//! Of one person and commission, oldest first.
struct UnsentWork {
    QString folder; //!< the name of the person's folder
    QList<UnsentAction> actions;
    QList<UnsentDraft> drafts;
    QStringList unopened; //!< files that gave nothing, with the reason as a code: "outbox: damaged"
    friend bool operator==(const UnsentWork&, const UnsentWork&) = default;
};

//! Why nothing could be had back. Each has its own text for the IT colleague.
struct RescueError {
    enum class Code {
        NoFolder,        //!< no data folder there, or nobody has worked in it
        InUse,           //!< Mottaget runs on it
        NotDemo,         //!< the folder needs an unlock secret
        CannotOpen,      //!< the disk, or a demo folder's key file
        NotAKey,         //!< the recovery key's file holds none
        OtherAlgorithm,  //!< a key, but not X25519
        NeedsPassphrase,
        WrongPassphrase,
        NotForThisKey,   //!< nothing here is wrapped to this recovery key
        LogNotWritten,   //!< the access log did not take the entry: nothing is shown
    };
    Code code = Code::CannotOpen;
    QString detail;
    friend bool operator==(const RescueError&, const RescueError&) = default;
};

//! A person's own. `keys` from the custody; null for a folder marked DEMO, which has its own.
[[nodiscard]] Result<UnsentWork, RescueError> exportUnsent(
    const QString& dataRoot, const QString& personHsaId, const QString& commissionHsaId, const custody::SharedKeys& keys = nullptr);

//! Recovery by the region: what the private key opens, for all who have worked in the folder.
struct Recovery {
    QString dataRoot;
    QByteArray privateKey; //!< PEM
    SecretBytes passphrase; //!< empty when none was given
    QString firstHsaId;    //!< the two persons who do it; both are written into the device's access log before anything is shown
    QString secondHsaId;
};
[[nodiscard]] Result<QList<UnsentWork>, RescueError> recoverUnsent(const Recovery& recovery, const QDateTime& now);

} // namespace mottaget::session
