// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/caseactions.h"

#include "ui/widgets/sentences.h"

#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

std::optional<care::Verb> primaryVerb(const care::Case& value, const care::Actor& actor)
{
    const bool isMine = value.owner.kind == care::Owner::Kind::Person && value.owner.reference == actor.self.role.text();
    if (isMine && value.state != care::CaseState::Answered && care::isOpen(value.state))
        return std::nullopt;
    const auto wanted = value.state == care::CaseState::Answered ? care::Verb::Close
        : care::isOpen(value.state)                              ? care::Verb::Take
                                                                 : care::Verb::Reopen;
    return care::allowed(wanted, value, actor) ? std::optional(wanted) : std::nullopt;
}

CaseActions::CaseActions(QWidget* place)
    : QObject(place)
    , answer(new QAction(place))
    , take(new QAction(place))
    , assign(new QAction(place))
    , giveBack(new QAction(place))
    , start(new QAction(place))
    , note(new QAction(place))
    , prioritise(new QAction(place))
    , correct(new QAction(place))
    , redirect(new QAction(place))
    , withdraw(new QAction(place))
    , close(new QAction(place))
    , reopen(new QAction(place))
    , undo(new QAction(place))
{
    struct Row {
        QAction* action;
        QString name;
        QString text;
        QString keys;
    };
    const Row rows[] = {
        {answer, u"caseAnswer"_s, tr("Svara"), u"R"_s},
        {take, u"caseTake"_s, tr("Ta"), u"T"_s},
        {assign, u"caseAssign"_s, tr("Fördela…"), u"F"_s},
        {giveBack, u"caseGiveBack"_s, tr("Lägg tillbaka i enhetens inkorg"), {}},
        {start, u"caseStart"_s, tr("Påbörja"), {}},
        {note, u"caseNote"_s, tr("Intern notering…"), u"N"_s},
        {prioritise, u"casePrioritise"_s, tr("Sätt prioritet…"), {}},
        {correct, u"caseCorrect"_s, tr("Rättelse…"), {}},
        {redirect, u"caseRedirect"_s, tr("Hänvisa…"), {}},
        {withdraw, u"caseWithdraw"_s, tr("Återta på invånarens begäran…"), {}},
        {close, u"caseClose"_s, tr("Avsluta…"), {}},
        {reopen, u"caseReopen"_s, tr("Återuppta…"), {}},
        {undo, u"caseUndo"_s, tr("Ångra senaste åtgärden"), u"U"_s},
    };
    for (const Row& row : rows) {
        row.action->setObjectName(row.name);
        row.action->setText(row.text);
        row.action->setShortcut(QKeySequence(row.keys));
        row.action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        place->addAction(row.action);
    }
    judge(nullptr, std::nullopt);
}

QList<QAction*> CaseActions::menu() const
{
    return {answer, take, assign, giveBack, start, nullptr, note, prioritise, correct, nullptr, redirect, withdraw, close, reopen, nullptr,
        undo};
}

void CaseActions::set(QAction* action, const std::optional<QString>& refusal)
{
    action->setEnabled(!refusal);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString plain = action->text().remove(u'…');
    //: %1 is what a key does, %2 the key.
    const QString tip = keys.isEmpty() ? plain : tr("%1 (%2)").arg(plain, keys);
    action->setToolTip(refusal ? tip + u": "_s + *refusal : tip);
    action->setStatusTip(refusal.value_or(QString()));
}

void CaseActions::judge(const session::OpenCase* open, const std::optional<care::Actor>& actor)
{
    const auto refusal = [&](care::Verb verb) -> std::optional<QString> {
        if (!open)
            return tr("Inget ärende är öppet.");
        if (!actor)
            return Sentences::sessionError({session::SessionError::Code::NotSignedIn, {}});
        const auto may = care::allowed(verb, open->value, *actor);
        return may ? std::nullopt : std::optional(Sentences::refusal(may.error()));
    };
    using enum care::Verb;
    set(take, refusal(Take));
    set(assign, refusal(Assign));
    const bool isUnits = open && open->value.owner.kind == care::Owner::Kind::Unit;
    set(giveBack, isUnits ? std::optional(Sentences::refusal({care::Refusal::Reason::NoChange, {}})) : refusal(Assign));
    set(start, refusal(Start));
    set(note, refusal(Note));
    set(prioritise, refusal(Prioritise));
    set(correct, refusal(Correct));
    set(redirect, refusal(Redirect));
    set(withdraw, refusal(Withdraw));
    set(close, refusal(Close));
    set(reopen, refusal(Reopen));
    const auto reply = refusal(Reply);
    const bool canWrite = !reply || !refusal(Partial) || !refusal(Question);
    set(answer, canWrite ? std::nullopt : reply);
    const bool hasUndo = open
        && std::ranges::any_of(open->commands, [](const session::QueuedCommand& one) { return one.state == care::CommandState::Queued; });
    set(undo, hasUndo ? std::nullopt : std::optional(tr("Ingen åtgärd väntar på att skickas.")));
    const auto verb = open && actor ? primaryVerb(open->value, *actor) : std::nullopt;
    m_primary = !verb ? nullptr : *verb == Take ? take : *verb == Close ? close : reopen;
}

} // namespace mottaget::ui
