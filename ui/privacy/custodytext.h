// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/custody.h"

#include <QCoreApplication>
#include <QString>

namespace mottaget::ui {

//! What a person reads about the keys of the files, and the way out of each state. Pure; the language is the application's.
class CustodyText final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::CustodyText)

public:
    CustodyText() = delete;

    [[nodiscard]] static QString title(const session::CustodyStatus& status);
    //! What has happened and what to do, in whole sentences.
    [[nodiscard]] static QString explanation(const session::CustodyStatus& status, const session::UnlockPolicy& policy);
    //! What went wrong with the last attempt, or why none can be made now; empty when nothing did.
    [[nodiscard]] static QString problem(const session::CustodyStatus& status, const QDateTime& now);
    [[nodiscard]] static QString problem(session::UnlockProblem problem, const session::UnlockPolicy& policy);
    //! A line for the IT colleague: the state by its fixed name and the keychain's own word. Empty unless stuck or not changed.
    [[nodiscard]] static QString forIt(const session::CustodyStatus& status);

private:
    static QString stuckTitle(session::CustodyStatus::Trouble trouble);
    static QString stuckExplanation(const session::CustodyStatus& status);
};

} // namespace mottaget::ui
