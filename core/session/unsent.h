// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secretbytes.h"
#include "core/care/command.h"
#include "core/session/closedfolder.h"

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
    QString source; //!< the name of a file that was set aside, when it is only there: the region may know it since
    friend bool operator==(const UnsentAction&, const UnsentAction&) = default;
};

struct UnsentDraft {
    care::CaseId caseId;
    care::Verb verb = care::Verb::Reply;
    QString text;
    QDateTime savedAt;
    QString source; //!< as above
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
