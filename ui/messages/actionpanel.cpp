// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/actionpanel.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/wrapbutton.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

ActionPanel::ActionPanel(const Theme& theme, care::Verb verb, const QString& title, const QString& confirmText, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_verb(verb)
{
    setObjectName(u"actionPanel"_s);
    setAccessibleName(title);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 13);
    column->setSpacing(8);
    auto* heading = new TextLabel(theme, Theme::Text::Heading, TextLabel::Tone::Plain, QFont::DemiBold, this);
    heading->setObjectName(u"actionPanelTitle"_s);
    heading->setText(title);
    heading->setWordWrap(true);
    column->addWidget(heading);
    m_contents = new QVBoxLayout;
    m_contents->setSpacing(4);
    column->addLayout(m_contents);

    auto* foot = new QWidget(this);
    auto* flow = new FlowLayout(8, 8, foot);
    m_reason = new TextLabel(theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, foot);
    m_reason->setObjectName(u"actionPanelReason"_s);
    m_reason->setWrapsLate();
    flow->addWidget(m_reason);
    flow->addRightEnd();
    m_confirm = new WrapButton(foot);
    m_confirm->setObjectName(u"actionPanelConfirm"_s);
    m_confirm->setProperty("kind", u"primary"_s); // before its text: the style decides its size
    m_confirm->setWhole(confirmText);
    m_confirm->setToolTip(tr("%1 (Ctrl+Enter)").arg(confirmText));
    auto* cancel = new QPushButton(tr("Avbryt"), foot);
    cancel->setObjectName(u"actionPanelCancel"_s);
    cancel->setAccessibleName(tr("Avbryt"));
    cancel->setToolTip(tr("Avbryt (Esc)"));
    flow->addWidget(cancel);
    flow->addWidget(m_confirm);
    column->addWidget(foot);
    connect(cancel, &QPushButton::clicked, this, &ActionPanel::left);
    connect(m_confirm, &QPushButton::clicked, this, &ActionPanel::decide);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::ControlModifier, key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ActionPanel::decide);
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

TextLabel* ActionPanel::addCaption(const QString& text, QWidget* field)
{
    auto* caption = new TextLabel(m_theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Medium, this);
    caption->setText(text);
    caption->setBuddy(field);
    m_contents->addWidget(caption);
    m_contents->addWidget(field);
    return caption;
}

void ActionPanel::addHint(const QString& text)
{
    auto* hint = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Muted, QFont::Normal, this);
    hint->setObjectName(u"actionPanelHint"_s);
    hint->setText(text);
    hint->setWordWrap(true);
    m_contents->addWidget(hint);
}

void ActionPanel::showRefusal(const QString& sentence)
{
    setBusy(false);
    m_reason->setTone(TextLabel::Tone::Danger);
    m_reason->setText(sentence);
}

void ActionPanel::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void ActionPanel::refresh()
{
    const auto chosen = answer();
    m_confirm->setEnabled(chosen.has_value() && !m_busy);
    m_reason->setTone(TextLabel::Tone::Muted);
    m_reason->setText(chosen ? tr("Ctrl+Enter bekräftar") : chosen.error());
    m_confirm->setAccessibleDescription(m_reason->text());
}

void ActionPanel::decide()
{
    const auto chosen = answer();
    if (!chosen || m_busy)
        return;
    setBusy(true);
    Q_EMIT decided(*chosen);
}

void ActionPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QFrame::keyPressEvent(event);
}

void ActionPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

} // namespace mottaget::ui
