// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/values.h"
#include "ui/messages/composerstate.h"
#include "ui/messages/draftrhythm.h"
#include "ui/widgets/textlabel.h"

#include <QFrame>
#include <QTimer>

class QButtonGroup;
class QPlainTextEdit;

namespace mottaget::ui {

class Card;
class WrapButton;

//! Where a reply is written. Knows no case: it says what is typed and when a draft is due, and shows what it is told. The pane
//! that owns it binds each request to the case on the screen at that very moment. GUI thread.
class Composer final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)

public:
    Composer(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void show(const ComposerState& state);
    //! Begins with a draft, or empty. What was typed before is gone: flush first.
    void load(const std::optional<session::Draft>& draft);
    //! Asks at once for what is not saved yet to be saved.
    void flush();
    //! What is typed belongs to a message on its way: nothing is saved as a draft any more.
    void forgetUnsaved();
    //! Locks the text while it is being made durable.
    void setBusy(bool busy);
    void showSaved(const QDateTime& savedAt);
    void showNotSaved();
    //! A sentence above the text that stays until it is dismissed or another case is shown. Empty removes it.
    void showNotice(const QString& sentence);
    void setVerb(care::Verb verb);
    void focusText();

    [[nodiscard]] QString text() const;
    [[nodiscard]] care::Verb verb() const { return m_verb; }

Q_SIGNALS:
    void sendRequested(mottaget::care::Verb verb, const QString& text);
    void draftDue(mottaget::care::Verb verb, const QString& text);
    void leaveRequested(); //!< Esc
    void noticeSeen();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildNotice(QWidget* place);
    QWidget* buildBar();
    QWidget* buildFoot();
    void choose(care::Verb verb);
    void onTextChanged();
    void onTick();
    void send();
    void refresh();
    void fitHeight();

    const Theme& m_theme;
    const Clock& m_clock;
    ComposerState m_state;
    care::Verb m_verb = care::Verb::Reply;
    bool m_busy = false;
    bool m_loading = false;
    DraftRhythm m_rhythm;
    QTimer m_tick;
    Card* m_notice = nullptr;
    TextLabel* m_noticeText = nullptr;
    QWidget* m_writing = nullptr; //!< all but notice and reason: hidden when nothing can be written
    QButtonGroup* m_kinds = nullptr;
    QPlainTextEdit* m_text = nullptr;
    TextLabel* m_saved = nullptr;
    TextLabel* m_readers = nullptr;
    TextLabel* m_remark = nullptr;
    TextLabel* m_reason = nullptr;
    WrapButton* m_send = nullptr;
};

} // namespace mottaget::ui
