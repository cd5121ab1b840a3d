// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace mottaget::ui {

//! What somebody else did to a case between two looks at it, as far as it matters for a reply being written. Pure.
class Changes final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::Changes)

public:
    Changes() = delete;

    //! Sentences with who and when; empty when nothing that matters has changed. Own actions don't count.
    [[nodiscard]] static QString between(
        const care::Case& before, const care::Case& after, const care::StaffRoleId& me, const QDateTime& now);
};

} // namespace mottaget::ui
