// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace mottaget::ui {

//! The one calm sentence about the connection and the queue. Always true: it never says that all is sent while something waits. Pure.
class SyncSentence final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::SyncSentence)

public:
    enum class Tone { Well, Waiting, Attention };
    QString text;
    Tone tone = Tone::Well;

    [[nodiscard]] static SyncSentence of(const session::SyncStatus& status, const QDateTime& now);
};

} // namespace mottaget::ui
