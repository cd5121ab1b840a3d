// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"
#include "ui/messages/readers.h"

#include <QCoreApplication>
#include <QDate>
#include <QMap>
#include <QString>

#include <optional>

namespace mottaget::ui {

//! What the composer may do for the case on the screen, in words. Compared whole.
struct ComposerState {
    QString patientName; //!< as the send button says it
    Readers readers;
    bool sendsNow = false; //!< the server answers; otherwise the message waits here
    QMap<care::Verb, QString> refusals; //!< by verb: why it can't be done; absent = it can
    friend bool operator==(const ComposerState&, const ComposerState&) = default;
};

//! Makes a composer's state and words. Pure; `today` is the Swedish date.
class ComposerStates final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::ComposerStates)

public:
    ComposerStates() = delete;

    //! The verbs of the composer in the order of its keys Alt+1 to Alt+3.
    [[nodiscard]] static QList<care::Verb> verbs();
    [[nodiscard]] static ComposerState of(
        const session::OpenCase& open, const std::optional<care::Actor>& actor, session::SyncStatus::Link link, QDate today);
    //! Why the text can't be sent as it is; nothing when it can.
    [[nodiscard]] static std::optional<QString> blocked(const ComposerState& state, care::Verb verb, const QString& text);
    //! "Skicka till LINDQVIST, Karin"
    [[nodiscard]] static QString sendText(const ComposerState& state);
    //! True when there is nothing to write at all: every verb is refused.
    [[nodiscard]] static bool isClosed(const ComposerState& state);
};

} // namespace mottaget::ui
