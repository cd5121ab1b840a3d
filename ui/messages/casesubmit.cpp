// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/onready.h"
#include "ui/messages/caseactions.h"
#include "ui/messages/caseheading.h"
#include "ui/messages/casepane.h"
#include "ui/messages/composer.h"
#include "ui/messages/contextpane.h"
#include "ui/messages/panels.h"
#include "ui/messages/threadview.h"
#include "ui/widgets/sentences.h"

#include <QVBoxLayout>

#include <algorithm>

//! What the case pane does: actions, panels and the way of an intent. How it shows things is in casepane.cpp.
namespace mottaget::ui {

namespace {

bool isWritten(care::Verb verb)
{
    return verb == care::Verb::Reply || verb == care::Verb::Partial || verb == care::Verb::Question;
}

} // namespace

void CasePane::connectActions()
{
    using enum care::Verb;
    const auto onTriggered = [this](QAction* action, auto fn) { connect(action, &QAction::triggered, this, fn); };
    onTriggered(m_actions->answer, [this] { m_composer->focusText(); });
    onTriggered(m_actions->take, [this] { submit({Take, {}, {}, {}, {}}); });
    onTriggered(m_actions->start, [this] { submit({Start, {}, {}, {}, {}}); });
    onTriggered(m_actions->assign, [this] { openAssignPanel(); });
    onTriggered(m_actions->giveBack, [this] {
        if (const auto actor = m_session.actor())
            submit({Assign, {}, care::Owner {care::Owner::Kind::Unit, actor->unit.text(), actor->unitName}, {}, {}});
    });
    onTriggered(m_actions->note, [this] { openTextPanel(Note); });
    onTriggered(m_actions->correct, [this] { openTextPanel(Correct); });
    onTriggered(m_actions->redirect, [this] { openTextPanel(Redirect); });
    onTriggered(m_actions->withdraw, [this] { openTextPanel(Withdraw); });
    onTriggered(m_actions->reopen, [this] { openTextPanel(Reopen); });
    onTriggered(m_actions->prioritise, [this] {
        if (m_open)
            openPanel(new PriorityPanel(m_theme, m_open->value.priority, Sentences::patientInSentence(m_open->patient), m_casePage));
    });
    onTriggered(m_actions->close, [this] {
        if (m_open)
            openPanel(new ClosePanel(m_theme, Sentences::patientInSentence(m_open->patient), m_casePage));
    });
    onTriggered(m_actions->undo, [this] {
        const auto isQueued = [](const session::QueuedCommand& one) { return one.state == care::CommandState::Queued; };
        if (!m_open)
            return;
        const auto newest = std::find_if(m_open->commands.crbegin(), m_open->commands.crend(), isQueued);
        if (newest != m_open->commands.crend())
            undo(newest->command.id);
    });
    connect(m_context, &ContextPane::undoRequested, this, &CasePane::undo);
    connect(m_context, &ContextPane::retryRequested, this, &CasePane::retry);
    connect(m_context, &ContextPane::choiceMade, this, &CasePane::resolve);
    connect(m_heading, &CaseHeading::contextToggled, this, [this](bool on) {
        m_contextWanted = on;
        layOutContext();
    });
    connect(m_composer, &Composer::sendRequested, this, [this](care::Verb verb, const QString& text) { submit({verb, text, {}, {}, {}}); });
    connect(m_composer, &Composer::draftDue, this, &CasePane::saveDraft);
    connect(m_composer, &Composer::leaveRequested, this, [this] { m_thread->setFocus(Qt::OtherFocusReason); });
    connect(m_composer, &Composer::noticeSeen, this, [this] {
        if (m_open)
            m_writtenAgainst = m_open->value;
    });
}

void CasePane::openPanel(ActionPanel* panel)
{
    closePanel();
    m_panel = panel;
    m_panelKey = m_open->value.id.text() + u'/' + QString::number(static_cast<int>(panel->verb()));
    panel->putBack(m_unfinished.take(m_panelKey));
    m_panelPlace->addWidget(panel);
    // Through the loop: the key that decided or left is still being handled by the panel.
    connect(panel, &ActionPanel::left, this, &CasePane::closePanel, Qt::QueuedConnection);
    connect(panel, &ActionPanel::decided, this, &CasePane::submit);
    panel->show();
    panel->setFocus(Qt::OtherFocusReason);
}

void CasePane::openTextPanel(care::Verb verb)
{
    if (m_open)
        openPanel(new TextPanel(m_theme, verb, Sentences::patientInSentence(m_open->patient), m_casePage));
}

void CasePane::openAssignPanel()
{
    if (!m_open)
        return;
    auto* panel = new AssignPanel(m_theme, m_open->value.owner, Sentences::patientInSentence(m_open->patient), m_casePage);
    openPanel(panel);
    onReady(m_session.staff(), panel, [panel](const std::optional<Result<QList<care::StaffMember>, session::SessionError>>& answer) {
        if (answer && *answer)
            panel->showStaff(**answer);
        else
            panel->showStaffMissing();
    });
}

void CasePane::closePanel()
{
    if (!m_panel)
        return;
    const bool hadFocus = m_panel->isAncestorOf(QWidget::focusWidget()) || m_panel->hasFocus();
    if (const QString text = m_panel->typed(); !text.isEmpty())
        m_unfinished.insert(m_panelKey, text);
    m_panel->hide();
    m_panel->deleteLater();
    m_panel = nullptr;
    if (hadFocus)
        m_thread->setFocus(Qt::OtherFocusReason);
}

void CasePane::submit(const PanelAnswer& answer)
{
    if (!m_open)
        return;
    session::Intent intent;
    intent.verb = answer.verb;
    intent.caseId = m_open->value.id;
    intent.seenVersion = m_open->value.version;
    intent.text = answer.text;
    intent.assignee = answer.assignee;
    intent.priority = answer.priority;
    intent.closure = answer.closure;
    if (isWritten(intent.verb)) {
        m_composer->forgetUnsaved();
        m_composer->setBusy(true);
    }
    const QString patientName = Sentences::patientName(m_open->patient);
    onReady(m_session.submit(intent), this,
        [this, view = m_view, intent, patientName](const std::optional<Result<session::Submitted, session::SessionError>>& done) {
            onSubmitted(view, intent, patientName, done);
        });
}

void CasePane::onSubmitted(int view, const session::Intent& intent, const QString& patientName,
    const std::optional<Result<session::Submitted, session::SessionError>>& answer)
{
    // The same case shown anew holds another text: it is not the one that was sent.
    const bool isShown = view == m_view && isOnScreen(intent.caseId);
    if (isShown && isWritten(intent.verb))
        m_composer->setBusy(false);
    if (!answer || !*answer) {
        const auto error = answer ? answer->error() : session::SessionError {session::SessionError::Code::StoreFailed, {}};
        onRefused(isShown, intent, patientName, Sentences::sessionError(error));
        return;
    }
    if (isShown) {
        if (isWritten(intent.verb)) {
            m_composer->load(std::nullopt);
            m_composer->showNotice({});
            m_thread->setFocus(Qt::OtherFocusReason);
        }
        if (m_panel && m_panel->verb() == intent.verb) {
            closePanel();
            m_unfinished.remove(m_panelKey);
        }
    }
    // First the list, where the eye is; then the case is read anew.
    Q_EMIT submitted(**answer, Sentences::action(intent.verb), patientName, intent.verb);
    if (isShown && isOnScreen(intent.caseId)) {
        // A renewal that began before the action would bring back what stood before it.
        ++m_generation;
        m_fetching = false;
        load(false);
    }
}

void CasePane::onRefused(bool isShown, const session::Intent& intent, const QString& patientName, const QString& why)
{
    if (isWritten(intent.verb))
        onReady(m_session.saveDraft(intent.caseId, intent.verb, intent.text), this, [](const auto&) {});
    if (!isShown) {
        Q_EMIT refused(Sentences::action(intent.verb), patientName, why);
        return;
    }
    if (m_panel && m_panel->verb() == intent.verb)
        m_panel->showRefusal(why);
    else
        m_composer->showNotice(why);
    load(false);
}

void CasePane::undo(const care::CommandId& command)
{
    onReady(m_session.undo(command), this, [this](const std::optional<Result<care::CaseId, session::SessionError>>& answer) {
        if (answer && *answer) {
            m_takeDraft = m_takeDraft || isOnScreen(**answer);
        } else if (m_open) {
            m_composer->showNotice(Sentences::sessionError(answer ? answer->error() : session::SessionError {}));
        }
        load(false);
    });
}

void CasePane::retry(const care::CommandId& command)
{
    onReady(m_session.retry(command), this, [this](const std::optional<Result<care::CaseId, session::SessionError>>& answer) {
        if (answer && !*answer && m_open)
            m_composer->showNotice(Sentences::sessionError(answer->error()));
        load(false);
    });
}

void CasePane::resolve(const session::Choice& choice)
{
    onReady(m_session.resolve(choice), this,
        [this, isDraft = choice.way == care::WayOn::AsDraft](const std::optional<Result<care::CaseId, session::SessionError>>& answer) {
            if (answer && *answer)
                m_takeDraft = m_takeDraft || (isDraft && isOnScreen(**answer));
            else if (m_open)
                m_composer->showNotice(Sentences::sessionError(answer ? answer->error() : session::SessionError {}));
            load(false);
        });
}

void CasePane::saveDraft(care::Verb verb, const QString& text)
{
    if (!m_open)
        return;
    const care::CaseId id = m_open->value.id;
    onReady(m_session.saveDraft(id, verb, text), this, [this, id](const std::optional<Result<QDateTime, session::SessionError>>& answer) {
        if (!isOnScreen(id))
            return;
        if (answer && *answer)
            m_composer->showSaved(**answer);
        else
            m_composer->showNotSaved();
    });
}

} // namespace mottaget::ui
