// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custody.h"

#include <algorithm>

namespace mottaget::session {

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
