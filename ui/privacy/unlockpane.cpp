// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/unlockpane.h"

#include "ui/privacy/custodytext.h"
#include "ui/widgets/controlstyle.h"
#include "ui/widgets/flowlayout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

using Phase = session::CustodyStatus::Phase;
using Trouble = session::CustodyStatus::Trouble;

namespace {

constexpr int widest = 460; // of the column, at ordinary text

bool takesPresent(const session::CustodyStatus& status)
{
    return status.phase == Phase::Locked || status.phase == Phase::Unlocked || status.work == session::CustodyStatus::Work::Unlocking
        || status.work == session::CustodyStatus::Work::Changing;
}

bool takesNext(const session::CustodyStatus& status)
{
    return status.phase == Phase::New || status.phase == Phase::Unlocked || status.work == session::CustodyStatus::Work::Enrolling
        || status.work == session::CustodyStatus::Work::Changing;
}

//! The keys are here: whoever looks may also leave it at that.
bool changes(const session::CustodyStatus& status)
{
    return status.phase == Phase::Unlocked || status.work == session::CustodyStatus::Work::Changing;
}

} // namespace

UnlockPane::UnlockPane(session::Custody& custody, const Theme& theme, const Clock& clock, QWidget* parent)
    : QScrollArea(parent)
    , m_custody(custody)
    , m_theme(theme)
    , m_clock(clock)
{
    setObjectName(u"unlockPane"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setStyleSheet(controlStyleSheet(m_theme));
    auto* content = new QWidget;
    content->setObjectName(u"unlockContent"_s);
    build(content);
    setWidget(content);
    m_waited.setSingleShot(true);
    connect(&m_waited, &QTimer::timeout, this, &UnlockPane::refresh);
    connect(&m_custody, &session::Custody::statusChanged, this, &UnlockPane::onStatus);
    onStatus();
}

void UnlockPane::build(QWidget* content)
{
    auto* sides = new QHBoxLayout(content);
    sides->setContentsMargins(24, 32, 24, 32);
    auto* rows = new QVBoxLayout;
    sides->addStretch(1);
    sides->addLayout(rows, 1000); // as wide as the column may be, in the middle of a wide window
    sides->addStretch(1);
    auto* middle = new QWidget(content);
    middle->setMaximumWidth(widest * m_theme.font(Theme::Text::Body).pixelSize() / 13);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto add = [&](Theme::Text size, TextLabel::Tone tone, const QString& name) {
        auto* label = new TextLabel(m_theme, size, tone, size == Theme::Text::Title ? QFont::DemiBold : QFont::Normal, middle);
        label->setObjectName(name);
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    m_title = add(Theme::Text::Title, TextLabel::Tone::Plain, u"unlockTitle"_s);
    m_explanation = add(Theme::Text::Body, TextLabel::Tone::Plain, u"unlockExplanation"_s);
    m_presentCaption = add(Theme::Text::Small, TextLabel::Tone::Muted, u"presentCaption"_s);
    m_present = addField(column, u"presentSecret"_s);
    m_nextCaption = add(Theme::Text::Small, TextLabel::Tone::Muted, u"nextCaption"_s);
    m_next = addField(column, u"nextSecret"_s);
    m_repeatCaption = add(Theme::Text::Small, TextLabel::Tone::Muted, u"repeatCaption"_s);
    m_repeat = addField(column, u"repeatedSecret"_s);
    m_problem = add(Theme::Text::Body, TextLabel::Tone::Danger, u"unlockProblem"_s);
    m_forIt = add(Theme::Text::Small, TextLabel::Tone::Muted, u"unlockForIt"_s);
    m_forIt->setSelectable(true);
    auto* buttons = new QWidget(middle);
    new FlowLayout(8, 8, buttons);
    m_go = new QPushButton(buttons);
    m_go->setObjectName(u"unlockGo"_s);
    m_go->setProperty("kind", u"primary"_s);
    m_copy = new QPushButton(tr("Kopiera raden till IT"), buttons);
    m_copy->setObjectName(u"unlockCopy"_s);
    m_copy->setAccessibleName(m_copy->text());
    m_back = new QPushButton(tr("Avbryt"), buttons);
    m_back->setObjectName(u"unlockBack"_s);
    m_back->setAccessibleName(m_back->text());
    for (QPushButton* button : {m_go, m_copy, m_back}) {
        button->setFont(m_theme.font(Theme::Text::Body));
        button->setAutoDefault(true); // Enter presses it when it has the focus
        buttons->layout()->addWidget(button);
    }
    column->addSpacing(8);
    column->addWidget(buttons);
    rows->addStretch(1);
    rows->addWidget(middle, 0);
    rows->addStretch(2);
    for (const auto& [caption, field] :
        {std::pair(m_presentCaption, m_present), std::pair(m_nextCaption, m_next), std::pair(m_repeatCaption, m_repeat)})
        caption->setBuddy(field);
    connect(m_go, &QPushButton::clicked, this, &UnlockPane::submit);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_forIt->text()); });
    connect(m_back, &QPushButton::clicked, this, &UnlockPane::backRequested);
}

QLineEdit* UnlockPane::addField(QVBoxLayout* column, const QString& name)
{
    auto* field = new QLineEdit(column->parentWidget());
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(128);
    field->setFont(m_theme.font(Theme::Text::Body));
    column->addWidget(field);
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        if (field == m_next)
            m_repeat->setFocus();
        else if (field == m_present && !m_next->isHidden())
            m_next->setFocus();
        else
            submit();
    });
    connect(field, &QLineEdit::textEdited, this, [this] { complain({}); });
    return field;
}

void UnlockPane::onStatus()
{
    const session::CustodyStatus before = std::exchange(m_shown, m_custody.status());
    const bool cameHere = m_shown.phase == Phase::Unlocked && !m_shown.wasWrong && m_shown.trouble == Trouble::None;
    if (m_shown.phase != Phase::Working)
        forgetFields();
    refresh();
    if (m_isFirst || before.phase != m_shown.phase)
        placeFocus();
    m_isFirst = false;
    if (cameHere && before.phase == Phase::Working)
        Q_EMIT unlocked();
}

void UnlockPane::refresh()
{
    showFields();
    showWords();
    if (!m_shown.mayTry(m_clock.now()))
        m_waited.start(std::max(std::chrono::milliseconds(1), std::chrono::milliseconds(m_clock.now().msecsTo(m_shown.retryAt))));
}

void UnlockPane::showFields()
{
    const bool present = takesPresent(m_shown);
    const bool next = takesNext(m_shown);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_presentCaption, m_present})
        widget->setVisible(present);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_nextCaption, m_next, m_repeatCaption, m_repeat})
        widget->setVisible(next);
    m_presentCaption->setText(next ? tr("Nuvarande PIN-kod eller lösenfras") : tr("PIN-kod eller lösenfras"));
    m_nextCaption->setText(present ? tr("Ny PIN-kod eller lösenfras") : tr("PIN-kod eller lösenfras"));
    m_repeatCaption->setText(tr("Samma en gång till"));
    const bool works = m_shown.phase == Phase::Working;
    for (const auto& [caption, field] :
        {std::pair(m_presentCaption, m_present), std::pair(m_nextCaption, m_next), std::pair(m_repeatCaption, m_repeat)}) {
        field->setAccessibleName(caption->text());
        field->setReadOnly(works); // not disabled: the focus stays where it is
    }
    const bool isStuck = m_shown.phase == Phase::Stuck;
    m_go->setVisible(present || next || isStuck);
    m_go->setEnabled(!works && (isStuck || m_shown.mayTry(m_clock.now())));
    m_go->setText(isStuck ? tr("Försök igen") : !next ? tr("Lås upp") : present ? tr("Byt") : tr("Spara"));
    m_go->setAccessibleName(m_go->text());
    m_back->setVisible(changes(m_shown));
}

void UnlockPane::showWords()
{
    m_title->setText(CustodyText::title(m_shown));
    m_explanation->setText(CustodyText::explanation(m_shown, m_custody.policy()));
    complain(CustodyText::problem(m_shown, m_clock.now()));
    const QString forIt = CustodyText::forIt(m_shown);
    m_forIt->setText(forIt);
    m_forIt->setVisible(!forIt.isEmpty());
    m_copy->setVisible(!forIt.isEmpty());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_explanation->text());
}

void UnlockPane::complain(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    for (QLineEdit* field : {m_present, m_next, m_repeat})
        field->setAccessibleDescription(sentence);
}

void UnlockPane::placeFocus()
{
    if (m_shown.phase == Phase::Stuck)
        m_go->setFocus();
    else if (m_shown.phase == Phase::New)
        m_next->setFocus();
    else if (m_shown.phase == Phase::Locked || m_shown.phase == Phase::Unlocked)
        m_present->setFocus();
    else if (m_shown.phase == Phase::Starting)
        setFocus();
    if (QWidget* const focus = focusWidget(); focus && focus != this)
        ensureWidgetVisible(focus);
}

std::optional<SecretBytes> UnlockPane::chosen()
{
    const auto problem = session::judgeUnlockSecret(m_next->text(), m_custody.policy());
    if (problem) {
        complain(CustodyText::problem(*problem, m_custody.policy()));
        m_next->setFocus();
        m_next->selectAll();
        return std::nullopt;
    }
    if (m_next->text() != m_repeat->text()) {
        complain(tr("De två är inte lika. Skriv den andra en gång till."));
        m_repeat->clear();
        m_repeat->setFocus();
        return std::nullopt;
    }
    return session::unlockBytes(m_next->text());
}

void UnlockPane::submit()
{
    if (m_shown.phase == Phase::Stuck) {
        m_custody.retry();
        return;
    }
    if (m_shown.phase == Phase::Working || !m_shown.mayTry(m_clock.now()))
        return;
    if (takesPresent(m_shown) && m_present->text().isEmpty()) {
        m_present->setFocus();
        return;
    }
    if (!takesNext(m_shown)) {
        m_custody.unlock(session::unlockBytes(m_present->text()));
        return;
    }
    std::optional<SecretBytes> next = chosen();
    if (!next)
        return;
    if (m_shown.phase == Phase::New)
        m_custody.enrol(std::move(*next));
    else
        m_custody.change(session::unlockBytes(m_present->text()), std::move(*next));
}

void UnlockPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && changes(m_shown))
        Q_EMIT backRequested();
    else
        QScrollArea::keyPressEvent(event);
}

void UnlockPane::forgetFields()
{
    for (QLineEdit* field : {m_present, m_next, m_repeat}) {
        field->setText(QString(field->text().size(), u'0')); // clear() alone would keep it for undo
        field->clear();
    }
}

} // namespace mottaget::ui
