// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/queuepage.h"

#include "core/base/onready.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

QueuePage::QueuePage(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
{
    setObjectName(u"queuePage"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    auto* header = new QHBoxLayout;
    m_title = new QLabel(tr("Egna åtgärder som inte är bekräftade"));
    auto* back = new QPushButton(tr("Tillbaka"));
    back->setObjectName(u"queueBack"_s);
    back->setToolTip(tr("Tillbaka till listan (Esc)"));
    connect(back, &QPushButton::clicked, this, &QueuePage::backRequested);
    header->addWidget(m_title);
    header->addStretch();
    header->addWidget(back);
    column->addLayout(header);
    m_message = new QLabel;
    m_message->setObjectName(u"queueMessage"_s);
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"queueList"_s);
    scroll->setAccessibleName(m_title->text());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
    connect(&m_session, &session::Session::queueChanged, this, &QueuePage::refresh);
    connect(&m_theme, &Theme::changed, this, &QueuePage::adoptTheme);
    adoptTheme();
}

void QueuePage::adoptTheme()
{
    m_title->setFont(m_theme.font(Theme::Text::Heading, QFont::DemiBold));
    m_message->setFont(m_theme.font(Theme::Text::Body));
    if (isVisible())
        refresh();
}

void QueuePage::refresh()
{
    const int asked = ++m_asked;
    using Answer = std::optional<Result<QList<session::QueuedCommand>, session::SessionError>>;
    onReady(m_session.queue(), this, [this, asked](const Answer& answer) {
        if (asked != m_asked)
            return;
        if (answer && *answer)
            fill(**answer);
        else
            m_message->setText(tr("Kön kan inte läsas just nu."));
    });
}

void QueuePage::fill(const QList<session::QueuedCommand>& queue)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item; // the layout gives its items away
    }
    for (const session::QueuedCommand& queued : queue)
        m_rows->addWidget(rowOf(queued));
    m_rows->addStretch();
    m_message->setText(queue.isEmpty() ? tr("Allt är bekräftat av servern.") : QString());
    m_message->setVisible(!m_message->text().isEmpty());
}

QWidget* QueuePage::rowOf(const session::QueuedCommand& queued)
{
    const care::CommandId id = queued.command.id;
    const bool needsPerson = queued.state == care::CommandState::Conflict || queued.state == care::CommandState::Rejected;
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 10, 0, 10);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    const QString whom = queued.patientName.isEmpty() ? tr("Skyddade personuppgifter") : queued.patientName;
    auto* what = new QLabel(tr("%1, %2, %3").arg(Sentences::action(queued.command.verb), whom, queued.caseNumber));
    what->setFont(m_theme.font(Theme::Text::Body, QFont::DemiBold));
    auto* standing = new QLabel(Sentences::standing(queued, m_session.syncStatus().link, m_clock.now()));
    standing->setFont(m_theme.font(Theme::Text::Body));
    QPalette ink = standing->palette();
    ink.setColor(QPalette::WindowText, needsPerson ? m_theme.tokens().danger : m_theme.tokens().muted);
    standing->setPalette(ink);
    words->addWidget(what);
    words->addWidget(standing);
    QString why = Sentences::queueReason(queued.reason);
    if (!queued.serverText.isEmpty())
        why += u' ' + tr("Serverns ord: %1").arg(queued.serverText);
    if (queued.nextAttempt.isValid())
        why += u' ' + tr("Nästa försök %1.").arg(Times::when(queued.nextAttempt, m_clock.now()));
    for (const QString& text : {queued.command.text, why.trimmed()}) {
        if (text.isEmpty())
            continue;
        auto* label = new QLabel(text);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(m_theme.font(Theme::Text::Small));
        words->addWidget(label);
    }
    line->addLayout(words, 1);
    const auto button = [&](const QString& text, const QString& name, auto slot) {
        auto* made = new QPushButton(text);
        made->setObjectName(name);
        made->setAccessibleName(tr("%1: %2").arg(text, what->text()));
        connect(made, &QPushButton::clicked, this, slot);
        line->addWidget(made, 0, Qt::AlignTop);
    };
    if (queued.state == care::CommandState::Queued || needsPerson)
        button(tr("Ta tillbaka"), u"queueUndo"_s, [this, id] { takeBack(id); });
    button(tr("Försök igen"), u"queueRetry"_s, [this, id] { sendAgain(id); });
    button(tr("Öppna ärendet"), u"queueOpen"_s, [this, caseId = queued.command.caseId] { Q_EMIT caseChosen(caseId); });
    return row;
}

void QueuePage::takeBack(const care::CommandId& id)
{
    onReady(m_session.undo(id), this, [this](const auto& answer) { told(answer); });
}

void QueuePage::sendAgain(const care::CommandId& id)
{
    m_session.syncNow();
    onReady(m_session.retry(id), this, [this](const auto& answer) { told(answer); });
}

void QueuePage::told(const std::optional<Result<care::CaseId, session::SessionError>>& answer)
{
    refresh();
    if (answer && *answer)
        return;
    const session::SessionError error = answer ? answer->error() : session::SessionError {session::SessionError::Code::StoreFailed, {}};
    m_message->setText(Sentences::sessionError(error));
    m_message->show();
}

void QueuePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mottaget::ui
