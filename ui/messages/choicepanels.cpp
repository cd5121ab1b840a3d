// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/codes.h"
#include "ui/messages/panels.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sentences.h"

#include <QLineEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr care::JournalChoice journalChoices[] = {care::JournalChoice::Yes, care::JournalChoice::No, care::JournalChoice::NotApplicable};

QRadioButton* addChoice(QButtonGroup& group, int id, const QString& text, const QString& name, QWidget* place)
{
    auto* button = new QRadioButton(text, place);
    button->setObjectName(name);
    button->setAccessibleName(text);
    group.addButton(button, id);
    place->layout()->addWidget(button);
    return button;
}

} // namespace

ClosePanel::ClosePanel(const Theme& theme, const QString& patientName, QWidget* parent)
    //: %1 is the patient's name.
    : ActionPanel(theme, care::Verb::Close, tr("Avsluta ärendet"), tr("Avsluta ärendet för %1").arg(patientName), parent)
{
    auto* outcomes = new QWidget(this);
    outcomes->setObjectName(u"closeOutcomes"_s);
    outcomes->setAccessibleName(tr("Vad ärendet ledde till"));
    new FlowLayout(16, 4, outcomes);
    const auto codes = care::outcomeCodes();
    for (int i = 0; i < codes.size(); ++i)
        addChoice(m_outcomes, i, Sentences::outcome(QString(codes.at(i))), u"outcome-"_s + codes.at(i), outcomes);
    addCaption(tr("Vad ärendet ledde till"), outcomes)->setBuddy(m_outcomes.button(0));

    auto* journal = new QWidget(this);
    journal->setObjectName(u"closeJournal"_s);
    journal->setAccessibleName(tr("Journalförd"));
    new FlowLayout(16, 4, journal);
    for (const care::JournalChoice choice : journalChoices)
        addChoice(m_journal, static_cast<int>(choice), Sentences::journal(choice), u"journal-"_s + care::codeOf(choice), journal);
    addCaption(tr("Journalförd"), journal)->setBuddy(m_journal.buttons().constFirst());
    connect(&m_outcomes, &QButtonGroup::idToggled, this, [this] { refresh(); });
    connect(&m_journal, &QButtonGroup::idToggled, this, [this] { refresh(); });
    setFocusProxy(m_outcomes.button(0));
    refresh();
}

Result<PanelAnswer, QString> ClosePanel::answer() const
{
    if (m_outcomes.checkedId() < 0)
        return failed(tr("Välj vad ärendet ledde till."));
    if (m_journal.checkedId() < 0)
        return failed(tr("Välj om ärendet är journalfört."));
    PanelAnswer chosen;
    chosen.verb = verb();
    chosen.closure =
        care::Closure {care::outcomeCodes().at(m_outcomes.checkedId()), static_cast<care::JournalChoice>(m_journal.checkedId())};
    return chosen;
}

PriorityPanel::PriorityPanel(const Theme& theme, care::Priority now, const QString& patientName, QWidget* parent)
    //: %1 is the patient's name.
    : ActionPanel(theme, care::Verb::Prioritise, tr("Sätt prioritet"), tr("Sätt prioritet för %1").arg(patientName), parent)
    , m_now(now)
{
    using enum care::Priority;
    auto* choices = new QWidget(this);
    choices->setObjectName(u"priorities"_s);
    new FlowLayout(16, 4, choices);
    for (const care::Priority one : {Routine, Urgent, Asap, Stat})
        addChoice(m_priorities, static_cast<int>(one), Sentences::priority(one), u"priority-"_s + care::codeOf(one), choices);
    m_priorities.button(static_cast<int>(now))->setChecked(true);
    addCaption(tr("Prioritet"), choices)->setBuddy(m_priorities.button(static_cast<int>(now)));
    m_why = new QLineEdit(this);
    m_why->setObjectName(u"priorityWhy"_s);
    m_why->setAccessibleName(tr("Varför"));
    addCaption(tr("Varför, blir en intern notering"), m_why);
    connect(&m_priorities, &QButtonGroup::idToggled, this, [this] { refresh(); });
    connect(m_why, &QLineEdit::textChanged, this, [this] { refresh(); });
    setFocusProxy(m_priorities.button(static_cast<int>(now)));
    refresh();
}

Result<PanelAnswer, QString> PriorityPanel::answer() const
{
    const auto priority = static_cast<care::Priority>(m_priorities.checkedId());
    if (priority == m_now)
        return failed(tr("Ärendet har redan prioriteten: %1.").arg(Sentences::priority(m_now).toLower()));
    if (m_why->text().trimmed().isEmpty())
        return failed(Sentences::refusal({care::Refusal::Reason::MissingReason, {}}));
    PanelAnswer chosen;
    chosen.verb = verb();
    chosen.priority = priority;
    chosen.text = m_why->text();
    return chosen;
}

} // namespace mottaget::ui
