// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/syncsentence.h"
#include "ui/widgets/wrapbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace mottaget::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int markSide = 14;
constexpr int dotSide = 12; // the dot and the room to the words

//! A dot that is filled when all is well and an open ring when not: never colour alone.
QIcon dot(const QColor& color, bool filled)
{
    constexpr int sharpness = 4; // enough for a screen of 400 %
    QPixmap pixmap(dotSide * sharpness, dotSide * sharpness);
    pixmap.setDevicePixelRatio(sharpness);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2));
    painter.setBrush(filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(1, 2, 8, 8));
    return QIcon(pixmap);
}

QString initialsOf(const QString& name)
{
    QString initials;
    for (const QString& word : name.split(u' ', Qt::SkipEmptyParts))
        initials += word.front().toUpper();
    return initials.left(1) + (initials.size() > 1 ? initials.right(1) : QString());
}

} // namespace

TopBar::TopBar(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
    , m_person(new QLabel)
    , m_unit(new QLabel)
    , m_palette(new QPushButton)
    , m_sync(new WrapButton) // two lines at need: the sentence is never cut
    , m_user(new QToolButton)
{
    setObjectName(u"topBar"_s);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(16, 4, 16, 4);
    line->setSpacing(16);
    setMinimumHeight(48);
    m_mark = new QLabel(u"Mottaget"_s);
    m_mark->setObjectName(u"mark"_s);
    m_mark->setMinimumWidth(160);
    m_mark->setContentsMargins(markSide + 8, 0, 0, 0);
    auto* who = new QVBoxLayout;
    who->setSpacing(0);
    m_person->setObjectName(u"person"_s);
    m_person->setTextFormat(Qt::PlainText);
    m_unit->setObjectName(u"unit"_s);
    m_unit->setTextFormat(Qt::PlainText);
    who->addWidget(m_person);
    who->addWidget(m_unit);
    m_palette->setObjectName(u"paletteButton"_s);
    m_palette->setAccessibleName(tr("Sök patient, ärende eller kommando"));
    m_palette->setToolTip(tr("Allt som kan göras, och ärenden på namn eller nummer (Ctrl+K)"));
    m_palette->setMinimumWidth(120);
    m_palette->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_sync->setObjectName(u"syncButton"_s);
    m_sync->setToolTip(tr("Visa egna åtgärder som inte är bekräftade (Ctrl+Q)"));
    m_sync->setIconSize(QSize(dotSide, dotSide));
    m_user->setObjectName(u"userMenu"_s);
    m_user->setPopupMode(QToolButton::InstantPopup);
    m_user->setAccessibleName(tr("Utseende och inställningar"));
    m_user->setToolTip(m_user->accessibleName());
    line->addWidget(m_mark);
    line->addLayout(who);
    line->addStretch(1);
    line->addWidget(m_palette, 3);
    line->addStretch(1);
    line->addWidget(m_sync);
    line->addWidget(m_user);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::paletteRequested);
    connect(m_sync, &QPushButton::clicked, this, &TopBar::queueRequested);
    connect(&m_session, &session::Session::actorChanged, this, &TopBar::showActor);
    connect(&m_session, &session::Session::syncStatusChanged, this, &TopBar::showStatus);
    connect(&m_theme, &Theme::changed, this, &TopBar::adoptTheme);
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, this, &TopBar::showStatus);
    m_minute.start();
    adoptTheme();
    showActor();
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void TopBar::fitWords()
{
    // The words give way before anything else does; the tool tip has them all.
    layout()->activate();
    const QFontMetrics metrics(m_theme.font(Theme::Text::Body));
    const QString words = tr("Sök patient, ärende eller kommando  (Ctrl+K)");
    m_palette->setText(metrics.elidedText(words, Qt::ElideRight, m_palette->width() - metrics.height() - 12));
}

void TopBar::setMenu(QMenu* menu)
{
    m_user->setMenu(menu);
}

void TopBar::addToMenu(QAction* action)
{
    m_user->menu()->addAction(action);
}

void TopBar::adoptTheme()
{
    m_mark->setFont(m_theme.font(Theme::Text::Heading, QFont::DemiBold));
    m_person->setFont(m_theme.font(Theme::Text::Body));
    m_unit->setFont(m_theme.font(Theme::Text::Small));
    QPalette muted = m_unit->palette();
    muted.setColor(QPalette::WindowText, m_theme.tokens().muted);
    m_unit->setPalette(muted);
    showStatus();
}

void TopBar::showActor()
{
    const auto actor = m_session.actor();
    const QString name = actor ? actor->self.name : QString();
    m_person->setText(actor && !actor->self.title.isEmpty() ? name + u", "_s + actor->self.title : name);
    m_unit->setText(actor ? actor->unitName : QString());
    m_user->setText(initialsOf(name));
}

void TopBar::showStatus()
{
    const SyncSentence sentence = SyncSentence::of(m_session.syncStatus(), m_clock.now());
    const Tokens& tokens = m_theme.tokens();
    m_sync->setWhole(sentence.text);
    m_sync->setAccessibleName(sentence.text);
    fitWords(); // the sentence takes its room from them
    switch (sentence.tone) {
    case SyncSentence::Tone::Well: m_sync->setIcon(dot(tokens.success, true)); return;
    case SyncSentence::Tone::Waiting: m_sync->setIcon(dot(tokens.warning, false)); return;
    case SyncSentence::Tone::Attention: m_sync->setIcon(dot(tokens.danger, false)); return;
    }
}

void TopBar::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().accent);
    painter.drawRoundedRect(QRectF(m_mark->x(), (height() - markSide) / 2.0, markSide, markSide), 4, 4);
}

} // namespace mottaget::ui
