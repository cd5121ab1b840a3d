// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/unlocking.h"

#include "app/cli/answers.h"
#include "core/crypto/recovery.h"

#include <QFile>

#include <utility>

namespace mottaget::cli {

using namespace Qt::StringLiterals;
using Phase = session::CustodyStatus::Phase;

namespace {

session::KeyCustody::Options optionsOf(const Call& call)
{
    session::KeyCustody::Options options;
    options.place = session::placeOf(call.setup);
    if (auto key = crypto::RecoveryPublicKey::fromPem(call.recoveryKey))
        options.terms.recovery = std::move(*key);
    return options;
}

} // namespace

bool needsUnlock(const Call& call)
{
    return !call.setup.personHsaId.isEmpty() && !QFile::exists(call.setup.dataRoot + u"/DEMO"_s)
        && !session::placeOf(call.setup).personRecord().isAbsent();
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
    case Phase::Stuck: end(failure(session::codeOf(status.trouble), u"the keys can't be had: "_s + status.detail)); return;
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
