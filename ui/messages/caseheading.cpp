// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/caseheading.h"

#include "ui/inbox/rowtexts.h"
#include "ui/messages/caseactions.h"
#include "ui/messages/threaditems.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/standingmark.h"
#include "ui/widgets/tag.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

Tag::Tone toneOf(care::CaseState state)
{
    using enum care::CaseState;
    switch (state) {
    case Received: return Tag::Tone::Info;
    case Assigned:
    case Ongoing: return Tag::Tone::Warning;
    case Answered: return Tag::Tone::Success;
    case Waiting:
    case Closed:
    case Redirected:
    case Withdrawn: return Tag::Tone::Neutral;
    }
    Q_UNREACHABLE();
}

} // namespace

QString CaseHeading::title(const session::OpenCase& open)
{
    const QString type = RowWords::typeTitle(open.value.type, open.type.title);
    //: %1 is the type of a case, %2 what it is about.
    return open.value.subject.isEmpty() ? type : tr("%1: %2").arg(type, open.value.subject);
}

CaseHeading::CaseHeading(const Theme& theme, CaseActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_title(new TextLabel(theme, Theme::Text::Heading, TextLabel::Tone::Plain, QFont::DemiBold, this))
    , m_number(new TextLabel(theme, Theme::Text::Body, TextLabel::Tone::Muted, QFont::Normal, this))
    , m_state(new Tag(theme, {}, Tag::Tone::Neutral, Tag::Mark::None, this))
    , m_priority(new Tag(theme, {}, Tag::Tone::Danger, Tag::Mark::None, this))
    , m_standing(new QWidget(this))
    , m_mark(new StandingMark(theme, session::ActionState::SavedHere, m_standing))
    , m_words(new TextLabel(theme, Theme::Text::Small, TextLabel::Tone::Warning, QFont::Normal, m_standing))
    , m_primary(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_context(new QToolButton(this))
{
    setObjectName(u"caseHeading"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 6);
    column->setSpacing(4);
    column->addWidget(m_title);
    auto* line = new QWidget(this);
    auto* flow = new FlowLayout(8, 4, line);
    column->addWidget(line);
    m_standing->setObjectName(u"caseStanding"_s);
    m_words->setObjectName(u"caseStandingWords"_s);
    m_words->setWordWrap(true);
    auto* where = new QHBoxLayout(m_standing);
    where->setContentsMargins(0, 0, 0, 0);
    where->setSpacing(6);
    where->addWidget(m_mark, 0, Qt::AlignTop);
    where->addWidget(m_words, 1);
    column->addWidget(m_standing);
    m_title->setObjectName(u"caseTitle"_s);
    m_title->setWordWrap(true);
    m_title->setSelectable(true);
    m_number->setObjectName(u"caseNumber"_s);
    m_number->setSelectable(true);
    m_state->setObjectName(u"caseState"_s);
    m_priority->setObjectName(u"casePriority"_s);
    for (QWidget* widget : {static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_state), static_cast<QWidget*>(m_priority)})
        flow->addWidget(widget);
    flow->addRightEnd();
    buildButtons();
    auto* buttons = new QWidget(line); // one piece: they wrap together or not at all
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* widget : {static_cast<QWidget*>(m_primary), static_cast<QWidget*>(m_more), static_cast<QWidget*>(m_context)})
        row->addWidget(widget);
    flow->addWidget(buttons);
}

void CaseHeading::buildButtons()
{
    m_primary->setObjectName(u"casePrimary"_s);
    m_primary->setProperty("kind", u"action"_s);
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_actions.primary())
            m_actions.primary()->trigger();
    });
    m_more->setObjectName(u"caseMore"_s);
    //: Button that opens the menu with the rest of the actions.
    m_more->setText(tr("Fler ▾"));
    m_more->setAccessibleName(tr("Fler åtgärder"));
    m_more->setToolTip(tr("Fler åtgärder (Alt+M)"));
    m_more->setShortcut(QKeySequence(u"Alt+M"_s));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_more);
    menu->setObjectName(u"caseMenu"_s);
    menu->setToolTipsVisible(true);
    for (QAction* action : m_actions.menu()) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    m_more->setMenu(menu);
    m_context->setObjectName(u"caseContextToggle"_s);
    m_context->setText(tr("Sidopanel"));
    m_context->setAccessibleName(tr("Visa sidopanelen"));
    m_context->setToolTip(tr("Visa sidopanelen (Alt+I)"));
    m_context->setShortcut(QKeySequence(u"Alt+I"_s));
    m_context->setCheckable(true);
    m_context->setFocusPolicy(Qt::TabFocus);
    m_context->hide();
    connect(m_context, &QToolButton::toggled, this, &CaseHeading::contextToggled);
}

void CaseHeading::showStanding(const session::OpenCase& open, const ThreadContext& context)
{
    m_standing->setVisible(!open.commands.isEmpty());
    if (open.commands.isEmpty())
        return;
    // What a person must see to, or else the oldest: the others wait for it.
    const auto isStopped = [](const session::QueuedCommand& one) {
        return one.state == care::CommandState::Conflict || one.state == care::CommandState::Rejected;
    };
    const auto stopped = std::ranges::find_if(open.commands, isStopped);
    const session::QueuedCommand& first = stopped == open.commands.end() ? open.commands.constFirst() : *stopped;
    const session::ActionStanding standing = session::standingOf(session::factsOf(first, context.link, context.nextTry), context.now);
    //: %1 is what somebody did (Slutsvar), %2 where it stands.
    QString words = tr("%1: %2").arg(Sentences::action(first.command.verb), Sentences::standing(standing, context.now));
    if (open.commands.size() > 1)
        //: After where one own action stands: how many more there are of this case.
        words += u". "_s + tr("Dessutom: %n till", nullptr, static_cast<int>(open.commands.size() - 1));
    for (const session::QueuedCommand& one : open.commands) {
        const auto late = session::standingOf(session::factsOf(one, context.link, context.nextTry), context.now);
        if (const QString ring = Sentences::promise(late, context.now); !ring.isEmpty()) {
            words += u". "_s + ring;
            break;
        }
    }
    m_mark->setState(standing.state);
    m_words->setTone(StandingMark::toneOf(standing.state));
    m_words->setText(words);
}

void CaseHeading::show(const session::OpenCase& open, const ThreadContext& context)
{
    m_title->setText(title(open));
    m_number->setText(open.value.number);
    m_number->setAccessibleName(tr("Ärendenummer %1").arg(open.value.number));
    const QString state = Sentences::stateAndOwner(open.value, context.me);
    //: %1 is the state of the case and who has it; the region has not confirmed who.
    m_state->show(open.row.ownerIsProvisional ? tr("%1 (preliminärt)").arg(state) : state, toneOf(open.value.state));
    const bool isRoutine = open.value.priority == care::Priority::Routine;
    m_priority->setVisible(!isRoutine);
    m_priority->show(
        Sentences::priority(open.value.priority), open.value.priority == care::Priority::Stat ? Tag::Tone::Danger : Tag::Tone::Warning);
    showStanding(open, context);
    QAction* primary = m_actions.primary();
    m_primary->setVisible(primary != nullptr);
    if (primary) {
        m_primary->setText(primary->text());
        m_primary->setToolTip(primary->toolTip());
        m_primary->setAccessibleName(primary->text().remove(u'…'));
        m_primary->setAccessibleDescription(primary->shortcut().toString(QKeySequence::NativeText));
    }
}

void CaseHeading::setContextToggle(bool offered, bool on)
{
    m_context->setVisible(offered);
    m_context->setChecked(on);
}

} // namespace mottaget::ui
