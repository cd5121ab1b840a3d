// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"
#include "ui/messages/threaditems.h"
#include "ui/widgets/tag.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace mottaget::ui {

//! A line of the context pane: what, its value, why. A tone makes the value a tag.
struct ContextLine {
    QString label;
    QString value;
    std::optional<Tag::Tone> tone;
    QString why;
    friend bool operator==(const ContextLine&, const ContextLine&) = default;
};

//! An own action on this case that the server has not taken yet.
struct ContextCommand {
    care::CommandId id;
    QString what;
    QString standing;
    session::ActionState state = session::ActionState::SavedHere;
    bool canUndo = false;
    bool canRetry = false;
    std::optional<session::QueuedCommand> stopped; //!< both sides are known: the person chooses
    friend bool operator==(const ContextCommand&, const ContextCommand&) = default;
};

//! Everything the context pane says. Compared whole.
struct ContextText {
    QString careContact;
    QList<ContextLine> clocks;
    int otherOpenCases = 0;
    QString booking; //!< empty when the case concerns none
    QString journal;
    QList<ContextCommand> commands;
    QString fetched;
    friend bool operator==(const ContextText&, const ContextText&) = default;
};

//! Makes the context pane's words. Pure.
class ContextTexts final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::ContextTexts)

public:
    ContextTexts() = delete;

    [[nodiscard]] static ContextText of(const session::OpenCase& open, const ThreadContext& context);
    //! Each promise of the case's type: kept, running, overdue or resting, and where it comes from.
    [[nodiscard]] static QList<ContextLine> clocks(const session::OpenCase& open, const ThreadContext& context);
    [[nodiscard]] static QList<ContextCommand> commands(const session::OpenCase& open, const ThreadContext& context);
};

} // namespace mottaget::ui
