// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/unlocking.h"

#include "app/cli/answers.h"
#include "core/crypto/recovery.h"

#include <QFile>

#include <utility>

namespace mottaget::cli {

using namespace Qt::StringLiterals;
using Phase = session::CustodyStatus::Phase;
using Trouble = session::CustodyStatus::Trouble;

namespace {

session::KeyCustody::Options optionsOf(const Call& call)
{
    session::KeyCustody::Options options;
    options.place = session::placeOf(call.setup);
    if (auto key = crypto::RecoveryPublicKey::fromPem(call.recoveryKey))
        options.terms.recovery = std::move(*key);
    return options;
}

//! What stands in the way and what can be done about it, for the IT colleague.
QString sentenceOf(const session::CustodyStatus& status)
{
    switch (status.trouble) {
    case Trouble::None: return u"the keys can't be had"_s;
    case Trouble::NoKeychain: return u"this OS session has no keychain (Secret Service); log in to the desktop, or install one"_s;
    case Trouble::KeychainLocked: return u"the keychain is locked; unlock it in the desktop's program for keys"_s;
    case Trouble::KeychainNoAnswer: return u"the keychain did not answer within a minute; it may wait behind a question of its own"_s;
    case Trouble::KeychainRefused: return u"the keychain's question was answered no, or closed"_s;
    case Trouble::OtherKeychain:
        return u"the keys hang on keychain %1, and %2 answers now; log in as before"_s.arg(status.writtenBy, status.found);
    case Trouble::SecretMissing: return u"the device's secret is gone from the keychain; the files are as they were"_s;
    case Trouble::KeychainFailed: return u"the keychain failed"_s;
    case Trouble::RecordMissing: return u"the files are there and their key record (*.keys) is not; put it back from a backup"_s;
    case Trouble::RecordDamaged: return u"the key record (*.keys) is damaged; put it back from a backup"_s;
    case Trouble::RecordNewer: return u"the key record is of a newer Mottaget; use that version"_s;
    case Trouble::RecordUnreadable: return u"the disk does not give the key record (*.keys)"_s;
    case Trouble::RecordNotWritten: return u"the key record can't be written: the disk is full or read-only; nothing has changed"_s;
    }
    Q_UNREACHABLE();
}

QString sentence(const session::CustodyStatus& status)
{
    QString words = sentenceOf(status);
    if (!status.detail.isEmpty())
        words += u" ("_s + status.detail + u')';
    // Of what no patience brings back, the unsent work may still be had.
    const bool isLost = status.trouble == Trouble::SecretMissing || status.trouble == Trouble::RecordDamaged;
    return isLost && status.recoverable ? words + u"; the unsent work can be had by: mottaget-cli recover"_s : words;
}

} // namespace

bool needsUnlock(const Call& call)
{
    if (call.setup.personHsaId.isEmpty() || QFile::exists(call.setup.dataRoot + u"/DEMO"_s))
        return false;
    // Files whose record is gone are sealed all the same: it is the record that is told to be missing.
    const session::custody::Place place = session::placeOf(call.setup);
    return !place.personRecord().isAbsent() || session::custody::readRecords(place).sealedFiles;
}

Unlocking::Unlocking(const Call& call, const Clock& clock) : m_secret(call.unlockSecret), m_custody(optionsOf(call), m_keychain, clock)
{
    connect(&m_custody, &session::Custody::statusChanged, this, &Unlocking::onStatus);
}

void Unlocking::begin(std::function<void(std::optional<QJsonObject>)> done)
{
    m_done = std::move(done);
    m_custody.begin();
}

void Unlocking::onStatus()
{
    const session::CustodyStatus& status = m_custody.status();
    const auto end = [this](std::optional<QJsonObject> failure) {
        if (m_done)
            std::exchange(m_done, nullptr)(std::move(failure));
    };
    switch (status.phase) {
    case Phase::Starting:
    case Phase::Working: return;
    case Phase::New:
        end(failure(u"recordMissing"_s, u"nobody has chosen an unlock secret for this folder yet; start Mottaget first"_s));
        return;
    case Phase::Stuck: end(failure(session::codeOf(status.trouble), sentence(status))); return;
    case Phase::Unlocked: end(std::nullopt); return;
    case Phase::Locked: break;
    }
    if (!m_secret) {
        end(failure(u"unlockNeeded"_s, u"the files open with an unlock secret: --unlock-file FILE"_s));
    } else if (m_tried) {
        end(failure(status.wasWrong ? u"wrongUnlockSecret"_s : u"mustWait"_s,
            u"the unlock secret is wrong; after several wrong ones each try has to wait"_s));
    } else {
        m_tried = true;
        std::vector<std::byte> bytes(m_secret->view().begin(), m_secret->view().end());
        if (!status.mayTry(QDateTime::currentDateTimeUtc()))
            end(failure(
                u"mustWait"_s, u"after wrong unlock secrets the next try is possible at "_s + status.retryAt.toString(Qt::ISODate)));
        else
            m_custody.unlock(SecretBytes::take(bytes));
    }
}

} // namespace mottaget::cli
