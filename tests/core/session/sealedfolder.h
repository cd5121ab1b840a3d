// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/custodyrecords.h"
#include "core/store/commandtable.h"
#include "core/store/filekeys.h"
#include "core/store/schema.h"
#include "core/store/smalltables.h"
#include "tests/core/crypto/keysfixture.h"

#include <QTemporaryDir>

// A data folder with sealed files as a working day leaves it, for the tests of export and recovery.
namespace mottaget::session {

inline const QDateTime workday = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);

inline store::StoredCommand unsentCommand(int number, care::CommandState state = care::CommandState::Queued)
{
    store::StoredCommand stored;
    care::Command& command = stored.command;
    command.id = care::CommandId(QStringLiteral("command-%1").arg(number));
    command.verb = care::Verb::Reply;
    command.caseId = care::CaseId(QStringLiteral("case-%1").arg(number));
    command.authorHsaId = QStringLiteral("SE2321009999-1ANB");
    command.authorName = QStringLiteral("Anna Bergström");
    command.commissionHsaId = QStringLiteral("SE2321009999-2ANB");
    command.actedAt = workday.addSecs(number);
    command.label = QStringLiteral("Slutsvar, 1177-2026-00%1").arg(number);
    command.text = QStringLiteral("Svar %1: drick mycket.\nHör av dig.").arg(number);
    stored.state = state;
    return stored;
}

//! The files of one person, sealed under keys that are also wrapped to tests/data/keys/recovery.pub.pem.
struct SealedFolder {
    QTemporaryDir dir;
    custody::Place place {dir.path(), dir.filePath(QStringLiteral("person-a"))};
    custody::Opened opened;

    explicit SealedFolder(bool recoverable = true)
    {
        custody::Terms terms;
        terms.calibrate = [] { return crypto::kdfFloor; };
        if (recoverable)
            terms.recovery = crypto::publicKey("recovery.pub.pem");
        opened = custody::enrol(place, secrets(), terms, workday).value();
    }

    [[nodiscard]] static custody::Secrets secrets()
    {
        custody::Secrets secrets;
        secrets.device = std::make_shared<const SecretBytes>(crypto::secretOf(QByteArray(32, 'D')));
        secrets.unlock = std::make_shared<const SecretBytes>(crypto::secretOf("135798"));
        secrets.entry = QByteArray(32, 'a');
        secrets.backend = "gnome-keyring";
        return secrets;
    }

    [[nodiscard]] std::unique_ptr<store::Database> open(crypto::FileKind kind) const
    {
        const bool log = kind == crypto::FileKind::Log;
        const auto history = log               ? store::schema::log()
            : kind == crypto::FileKind::Outbox ? store::schema::outbox()
                                               : store::schema::journal();
        const QString folder = log ? place.root : place.person;
        const store::SealedKey key = store::sealedKeyOf(*crypto::newestOf(*opened.keys, kind));
        auto database = store::Database::open(folder + u'/' + QString::fromLatin1(crypto::codeOf(kind)) + QStringLiteral(".db"),
            store::Durability::Irreplaceable, history, 1024, store::Sealing::withKey(key));
        return database ? std::move(*database) : nullptr;
    }

    //! Two actions that wait, one that is acknowledged, one draft. False when the store would not.
    [[nodiscard]] bool work() const
    {
        const auto outbox = open(crypto::FileKind::Outbox);
        const auto journal = open(crypto::FileKind::Journal);
        if (!outbox || !journal)
            return false;
        store::CommandTable commands(*outbox);
        store::DraftTable drafts(*journal);
        return commands.add(unsentCommand(1)) && commands.add(unsentCommand(2, care::CommandState::Acknowledged))
            && commands.add(unsentCommand(3, care::CommandState::Uncertain))
            && drafts.put(care::CaseId(QStringLiteral("case-9")), {care::Verb::Question, QStringLiteral("Har du feber?"), workday});
    }
};

} // namespace mottaget::session
