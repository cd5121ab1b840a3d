// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custody.h"

#include <algorithm>

namespace mottaget::session {

using namespace Qt::StringLiterals;

namespace {

bool isSimple(const QString& digits)
{
    const auto differBy = [&digits](int step) {
        return std::ranges::adjacent_find(digits, [step](QChar a, QChar b) { return b.unicode() - a.unicode() != step; }) == digits.end();
    };
    return differBy(0) || differBy(1) || differBy(-1);
}

} // namespace

bool CustodyStatus::mayTry(const QDateTime& now) const
{
    return !retryAt.isValid() || now >= retryAt || now.secsTo(retryAt) > longestWait.count();
}

QLatin1StringView codeOf(CustodyStatus::Trouble trouble)
{
    using Trouble = CustodyStatus::Trouble;
    switch (trouble) {
    case Trouble::None: return {};
    case Trouble::NoKeychain: return "noKeychain"_L1;
    case Trouble::KeychainLocked: return "keychainLocked"_L1;
    case Trouble::KeychainNoAnswer: return "keychainNoAnswer"_L1;
    case Trouble::KeychainRefused: return "keychainRefused"_L1;
    case Trouble::OtherKeychain: return "otherKeychain"_L1;
    case Trouble::SecretMissing: return "secretMissing"_L1;
    case Trouble::KeychainFailed: return "keychainFailed"_L1;
    case Trouble::RecordMissing: return "recordMissing"_L1;
    case Trouble::RecordDamaged: return "recordDamaged"_L1;
    case Trouble::RecordNewer: return "recordNewer"_L1;
    case Trouble::RecordUnreadable: return "recordUnreadable"_L1;
    case Trouble::RecordNotWritten: return "recordNotWritten"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<UnlockProblem> judgeUnlockSecret(const QString& secret, const UnlockPolicy& policy)
{
    const bool digits = std::ranges::all_of(secret, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits) {
        const QString composed = secret.normalized(QString::NormalizationForm_C);
        return composed.toUcs4().size() < policy.passphraseLetters ? std::optional(UnlockProblem::ShortPassphrase) : std::nullopt;
    }
    if (secret.size() < policy.pinDigits)
        return UnlockProblem::ShortPin;
    return isSimple(secret) ? std::optional(UnlockProblem::Simple) : std::nullopt;
}

SecretBytes unlockBytes(const QString& secret)
{
    QString composed = secret.normalized(QString::NormalizationForm_C);
    QByteArray bytes = composed.toUtf8();
    return SecretBytes::take(std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
}

} // namespace mottaget::session
