// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/care/caserow.h"
#include "core/care/command.h"
#include "core/session/setup.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace mottaget::cli {

//! Exit codes that scripts rely on.
enum class Exit { Done = 0, Refused = 1, Usage = 2, Offline = 3 };

//! One call of mottaget-cli, read and checked whole before anything is opened.
struct Call {
    enum class Verb { Sync, Cases, Case, Act, Outbox, Check, ExportUnsent, Recover, RotateKeys, Help, Version };
    Verb verb = Verb::Help;
    session::Setup setup;
    bool json = false;
    care::View view = care::View::Todo;
    care::CaseId caseId;
    care::Verb action = care::Verb::Reply;
    QString text;
    QString to; //!< HSA-id of a person, or "unit"
    QString outcome;
    std::optional<care::JournalChoice> journal;
    QString file;            //!< export-unsent, recover: where the text goes
    QByteArray recoveryKey;  //!< recover: the private half, PEM. rotate-keys: the public one, when policy names one
    std::shared_ptr<const SecretBytes> passphrase; //!< of the recovery key; null when none was given
    QString by;              //!< recover: the two persons
    QString with;
    std::shared_ptr<const SecretBytes> unlockSecret; //!< PIN or passphrase of a folder with custody; null when none was given
};

//! What is wrong with the words of a call, in a sentence for whoever typed it.
struct UsageError {
    QString text;
};

[[nodiscard]] Result<Call, UsageError> parseCall(const QStringList& arguments);
[[nodiscard]] QString usage();

} // namespace mottaget::cli
