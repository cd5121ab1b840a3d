// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/actionpanel.h"

#include <QButtonGroup>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace mottaget::ui {

//! Ends the case: what it led to and whether it is entered in the journal, both required.
class ClosePanel final : public ActionPanel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClosePanel)

public:
    ClosePanel(const Theme& theme, const QString& patientName, QWidget* parent);

protected:
    [[nodiscard]] Result<PanelAnswer, QString> answer() const override;

private:
    QButtonGroup m_outcomes;
    QButtonGroup m_journal;
};

//! Gives the case to a colleague: a list searched by typing, arrows move in it from the search field.
class AssignPanel final : public ActionPanel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssignPanel)

public:
    AssignPanel(const Theme& theme, care::Owner owner, const QString& patientName, QWidget* parent);

    //! Active colleagues who can handle cases and do not have this one, in the order given. Nobody is chosen beforehand.
    void showStaff(const QList<care::StaffMember>& staff);
    void showStaffMissing();

protected:
    [[nodiscard]] Result<PanelAnswer, QString> answer() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& words);
    void move(int by);

    care::Owner m_owner;
    QList<care::StaffMember> m_staff;
    QLineEdit* m_search;
    QListWidget* m_list;
    TextLabel* m_empty;
};

//! A new priority and why.
class PriorityPanel final : public ActionPanel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriorityPanel)

public:
    PriorityPanel(const Theme& theme, care::Priority now, const QString& patientName, QWidget* parent);

protected:
    [[nodiscard]] Result<PanelAnswer, QString> answer() const override;

private:
    care::Priority m_now;
    QButtonGroup m_priorities;
    QLineEdit* m_why;
};

//! Words that go with a verb: an internal note, a correction, why a case is redirected, reopened or withdrawn.
class TextPanel final : public ActionPanel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextPanel)

public:
    //! `verb` is Note, Correct, Redirect, Withdraw or Reopen; the last two need no words.
    TextPanel(const Theme& theme, care::Verb verb, const QString& patientName, QWidget* parent);
    [[nodiscard]] QString typed() const override;
    void putBack(const QString& text) override;

protected:
    [[nodiscard]] Result<PanelAnswer, QString> answer() const override;

private:
    QPlainTextEdit* m_text = nullptr; //!< none for Withdraw, which takes no words
};

} // namespace mottaget::ui
