// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/queuepage.h"

#include "core/base/onready.h"
#include "ui/widgets/conflictpanel.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/standingmark.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mottaget::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype rowsAtOnce = 100;

} // namespace

QueuePage::QueuePage(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
    , m_room(rowsAtOnce)
    , m_message(new QLabel)
{
    setObjectName(u"queuePage"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    auto* header = new QHBoxLayout;
    m_title = new QLabel(tr("Egna åtgärder som inte är bekräftade"));
    m_title->setTextFormat(Qt::PlainText);
    auto* back = new QPushButton(tr("Tillbaka"));
    back->setObjectName(u"queueBack"_s);
    back->setToolTip(tr("Tillbaka till listan (Esc)"));
    connect(back, &QPushButton::clicked, this, &QueuePage::backRequested);
    header->addWidget(m_title);
    header->addStretch();
    header->addWidget(back);
    column->addLayout(header);
    m_message->setObjectName(u"queueMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
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
    connect(&m_session, &session::Session::syncStatusChanged, this, [this](const session::SyncStatus& status) {
        if (m_link != qMakePair(status.link, status.nextTry))
            refresh();
    });
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, this, &QueuePage::refresh);
    m_minute.start();
    connect(&m_theme, &Theme::changed, this, &QueuePage::adoptTheme);
    adoptTheme();
}

void QueuePage::adoptTheme()
{
    m_title->setFont(m_theme.font(Theme::Text::Heading, QFont::DemiBold));
    m_message->setFont(m_theme.font(Theme::Text::Body));
    refresh();
}

void QueuePage::refresh()
{
    if (!isVisible())
        return;
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
    // The rows are made anew; who stands on a button of one stands on it again.
    const QWidget* focused = focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused) && focused->hasFocus();
    const QString focusedName = hadFocus ? focused->accessibleName() : QString();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater(); // its own button may have asked for this
        }
        delete item; // the layout gives its items away
    }
    const session::SyncStatus status = m_session.syncStatus();
    m_link = {status.link, status.nextTry};
    for (const session::QueuedCommand& queued : queue.mid(0, m_room))
        m_rows->addWidget(rowOf(queued));
    if (queue.size() > m_room)
        addMore(queue.size() - m_room);
    m_rows->addStretch();
    m_message->setText(wordsOver(queue.isEmpty()));
    m_message->setVisible(!m_message->text().isEmpty());
    if (!hadFocus)
        return;
    setFocus();
    for (int at = 0; at < m_rows->count(); ++at) {
        const QWidget* row = m_rows->itemAt(at)->widget();
        for (QPushButton* button : row ? row->findChildren<QPushButton*>() : QList<QPushButton*>()) {
            if (button->accessibleName() == focusedName)
                button->setFocus();
        }
    }
}

void QueuePage::addMore(qsizetype left)
{
    auto* more = new QPushButton(tr("Visa fler: %n till", nullptr, static_cast<int>(left)));
    more->setObjectName(u"queueMore"_s);
    more->setAccessibleName(more->text());
    connect(more, &QPushButton::clicked, this, [this] {
        m_room += rowsAtOnce;
        refresh();
    });
    m_rows->addWidget(more, 0, Qt::AlignLeft);
}

QString QueuePage::wordsOver(bool isEmpty) const
{
    QStringList words;
    QStringList aside;
    const auto files = m_session.syncStatus().setAside;
    for (const session::FileAside& file : files)
        aside << u"%1 (%2)"_s.arg(file.path, Sentences::fileTrouble(file.trouble));
    if (!aside.isEmpty())
        words << tr("Allt ditt osända arbete kanske inte syns här. Det som inte kunde öppnas är lagt åt sidan och inte ändrat. "
                    "Kontakta IT och visa: %1")
                     .arg(aside.join(u", "_s));
    else if (isEmpty)
        words << tr("Allt är bekräftat av servern.");
    return words.join(u' ');
}

QWidget* QueuePage::standingLine(const session::ActionStanding& standing, QWidget* parent)
{
    auto* place = new QWidget(parent);
    auto* line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new StandingMark(m_theme, standing.state, place), 0, Qt::AlignTop);
    auto* words = new TextLabel(m_theme, Theme::Text::Body, StandingMark::toneOf(standing.state), QFont::Normal, place);
    words->setObjectName(u"queueStanding"_s);
    words->setText(Sentences::standing(standing, m_clock.now()));
    words->setWordWrap(true);
    line->addWidget(words, 1);
    return place;
}

QWidget* QueuePage::rowOf(const session::QueuedCommand& queued)
{
    auto* row = new QWidget;
    row->setProperty("kind", u"queued"_s);
    row->setAttribute(Qt::WA_StyledBackground);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 10, 0, 10);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    const auto write = [&](const QString& text, Theme::Text size, QFont::Weight weight, TextLabel::Tone tone) {
        if (text.isEmpty())
            return;
        auto* label = new TextLabel(m_theme, size, tone, weight, row); // names and the server's words are text, whatever stands in them
        label->setText(text);
        label->setWordWrap(true);
        words->addWidget(label);
    };
    const QDateTime now = m_clock.now();
    const session::ActionStanding standing = session::standingOf(session::factsOf(queued, m_link.first, m_link.second), now);
    const QString whom = queued.patientName.isEmpty() ? tr("Skyddade personuppgifter") : queued.patientName;
    const QString what = tr("%1, %2, %3").arg(Sentences::action(queued.command.verb), whom, queued.caseNumber);
    write(what, Theme::Text::Body, QFont::DemiBold, TextLabel::Tone::Plain);
    words->addWidget(standingLine(standing, row));
    write(queued.command.text, Theme::Text::Body, QFont::Normal, TextLabel::Tone::Plain);
    write(Sentences::afterStanding(standing, queued.serverText, now), Theme::Text::Small, QFont::Normal, TextLabel::Tone::Danger);
    if (standing.reason == session::StopReason::Unknown)
        write(tr("För IT: %1").arg(queued.reason), Theme::Text::Small, QFont::Normal, TextLabel::Tone::Muted);
    if (queued.conflict) {
        auto* sides = new ConflictPanel(m_theme, queued, what, now, row);
        connect(sides, &ConflictPanel::chosen, this, &QueuePage::choose);
        words->addWidget(sides);
    }
    line->addLayout(words, 1);
    line->addWidget(actionsOf(queued, what), 0, Qt::AlignTop);
    return row;
}

QWidget* QueuePage::actionsOf(const session::QueuedCommand& queued, const QString& what)
{
    using care::CommandState;
    const care::CommandId id = queued.command.id;
    const bool isStopped = queued.state == CommandState::Conflict || queued.state == CommandState::Rejected;
    const bool needsPerson = isStopped && !queued.conflict; // otherwise the ways on stand beside both sides
    auto* place = new QWidget;
    auto* line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    const auto button = [&](const QString& text, const QString& name, const QString& tip, auto slot) {
        auto* made = new QPushButton(text);
        made->setObjectName(name);
        made->setAccessibleName(tr("%1: %2").arg(text, what));
        made->setToolTip(tip);
        connect(made, &QPushButton::clicked, this, slot);
        line->addWidget(made);
    };
    // What is on its way can't be taken back or sent twice.
    if (queued.state == CommandState::Queued || needsPerson) {
        if (queued.command.text.isEmpty())
            button(tr("Ta tillbaka"), u"queueUndo"_s, tr("Åtgärden görs inte"), [this, id] { takeBack(id); });
        else
            button(tr("Redigera"), u"queueEdit"_s, tr("Ta tillbaka och öppna texten som utkast"), [this, id] { rewrite(id); });
        button(tr("Försök igen"), u"queueRetry"_s, tr("Skicka nu, utan att vänta på nästa försök"), [this, id] { sendAgain(id); });
    }
    button(tr("Öppna ärendet"), u"queueOpen"_s, tr("Visa ärendet som det är nu"),
        [this, caseId = queued.command.caseId] { Q_EMIT caseChosen(caseId); });
    return place;
}

void QueuePage::takeBack(const care::CommandId& id)
{
    onReady(m_session.undo(id), this, [this](const auto& answer) { told(answer); });
}

void QueuePage::rewrite(const care::CommandId& id)
{
    onReady(m_session.undo(id), this, [this](const std::optional<Result<care::CaseId, session::SessionError>>& answer) {
        told(answer);
        if (answer && *answer)
            Q_EMIT caseChosen(**answer);
    });
}

void QueuePage::choose(const session::Choice& choice)
{
    onReady(m_session.resolve(choice), this,
        [this, opens = choice.way == care::WayOn::AsDraft](const std::optional<Result<care::CaseId, session::SessionError>>& answer) {
            told(answer);
            if (opens && answer && *answer)
                Q_EMIT caseChosen(**answer);
        });
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

void QueuePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_room = rowsAtOnce;
    refresh();
}

void QueuePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mottaget::ui
