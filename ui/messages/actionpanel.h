// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/staff.h"
#include "core/session/values.h"
#include "ui/widgets/textlabel.h"

#include <QFrame>

class QVBoxLayout;

namespace mottaget::ui {

class WrapButton;

//! What a person decided in a panel. The pane that shows the panel binds it to the case and version on the screen.
struct PanelAnswer {
    care::Verb verb = care::Verb::Note;
    QString text;
    std::optional<care::Owner> assignee;
    std::optional<care::Priority> priority;
    std::optional<care::Closure> closure;
    friend bool operator==(const PanelAnswer&, const PanelAnswer&) = default;
};

//! A question about the open case, asked in place under the patient banner: no dialog may cover the banner. Says in words what is
//! missing; the button names the patient. Ctrl+Enter decides, Esc leaves. GUI thread.
class ActionPanel : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionPanel)

public:
    ActionPanel(const Theme& theme, care::Verb verb, const QString& title, const QString& confirmText, QWidget* parent);

    //! Why the case did not take the answer.
    void showRefusal(const QString& sentence);
    void setBusy(bool busy);
    [[nodiscard]] care::Verb verb() const { return m_verb; }
    //! What is typed, to be put back when the panel is opened again after it was left.
    [[nodiscard]] virtual QString typed() const { return {}; }
    virtual void putBack(const QString&) {}

Q_SIGNALS:
    void decided(const mottaget::ui::PanelAnswer& answer);
    void left();

protected:
    //! What has been chosen, or the sentence that says what is missing.
    [[nodiscard]] virtual Result<PanelAnswer, QString> answer() const = 0;
    //! To be called at every change of a choice.
    void refresh();
    void decide();
    [[nodiscard]] QVBoxLayout* contents() const { return m_contents; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    //! A label for `field`, above it.
    TextLabel* addCaption(const QString& text, QWidget* field);
    void addHint(const QString& text);
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    care::Verb m_verb;
    bool m_busy = false;
    QVBoxLayout* m_contents = nullptr;
    TextLabel* m_reason = nullptr;
    WrapButton* m_confirm = nullptr;
};

} // namespace mottaget::ui
