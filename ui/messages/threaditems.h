// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/actionstate.h"
#include "core/session/values.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace mottaget::ui {

//! What came with a message: its name and size, and where its content is.
struct AttachmentLine {
    QString id;
    QString name;
    QString standing;
    bool canFetch = false;
    friend bool operator==(const AttachmentLine&, const AttachmentLine&) = default;
};

//! One thing in the case's thread, in words. Compared whole: an item that is equal is not drawn anew.
struct ThreadItem {
    enum class Kind { Form, Message, OwnMessage, Note, Event };
    Kind kind = Kind::Event;
    QString id; //!< stable within the case
    QDateTime time;
    QString heading;  //!< who, or what happened
    QString detail;   //!< how they relate to the patient
    QString trailing; //!< when and where it stands
    TextLabel::Tone trailingTone = TextLabel::Tone::Muted;
    std::optional<session::ActionState> standing; //!< of an own action: the mark beside the words
    QString text;
    QString advice; //!< what to do about where it stands, below the text
    QList<AttachmentLine> attachments;
    // Form alone:
    QList<care::FormAnswer> answers;
    QList<care::RenewalLine> lines;
    friend bool operator==(const ThreadItem&, const ThreadItem&) = default;
};

//! What the time and the connection make of an item's words.
struct ThreadContext {
    QDateTime now;
    session::SyncStatus::Link link = session::SyncStatus::Link::NeverReached;
    care::StaffRoleId me;
    QDateTime nextTry; //!< SyncStatus::nextTry
};

//! Makes the thread of a case: the form first, then messages, notes and events by time. Pure.
class ThreadItems final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::ThreadItems)

public:
    ThreadItems() = delete;

    [[nodiscard]] static QList<ThreadItem> of(const session::OpenCase& open, const ThreadContext& context);
    //! The form with the case's structured parts (wished times, booking, callback) as answers after the resident's own.
    [[nodiscard]] static ThreadItem form(const session::OpenCase& open, const ThreadContext& context);
    [[nodiscard]] static ThreadItem message(const session::OpenCase& open, const care::Message& message, const ThreadContext& context);
    //! Own replies and notes that could not be put into the case any more: their words are kept in sight until somebody has decided.
    [[nodiscard]] static QList<ThreadItem> stopped(const session::OpenCase& open, const ThreadContext& context);
    [[nodiscard]] static AttachmentLine attachment(
        const care::Attachment& file, const session::OpenCase& open, const ThreadContext& context);
    [[nodiscard]] static QList<ThreadItem> events(const session::OpenCase& open, const ThreadContext& context);
};

} // namespace mottaget::ui
