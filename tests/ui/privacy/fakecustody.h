// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/custody.h"

#include <QByteArray>
#include <QStringList>

namespace mottaget::ui {

//! A custody that is what the test says, and writes down what it is asked.
class FakeCustody final : public session::Custody {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeCustody)

public:
    FakeCustody() = default;

    QStringList asked;
    void become(const session::CustodyStatus& status)
    {
        m_status = status;
        Q_EMIT statusChanged();
    }

    [[nodiscard]] const session::CustodyStatus& status() const override { return m_status; }
    [[nodiscard]] session::UnlockPolicy policy() const override { return {}; }
    void enrol(SecretBytes secret) override { asked << QStringLiteral("enrol ") + shown(secret); }
    void unlock(SecretBytes secret) override { asked << QStringLiteral("unlock ") + shown(secret); }
    void change(SecretBytes present, SecretBytes next) override
    {
        asked << QStringLiteral("change ") + shown(present) + QStringLiteral(" to ") + shown(next);
    }
    void retry() override { asked << QStringLiteral("retry"); }
    void lock() override { asked << QStringLiteral("lock"); }

private:
    static QString shown(const SecretBytes& secret)
    {
        return QString::fromUtf8(reinterpret_cast<const char*>(secret.view().data()), qsizetype(secret.size()));
    }
    session::CustodyStatus m_status;
};

} // namespace mottaget::ui
