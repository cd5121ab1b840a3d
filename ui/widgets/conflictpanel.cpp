// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/conflictpanel.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(care::WayOn way)
{
    using enum care::WayOn;
    switch (way) {
    case Again: return u"wayAgain"_s;
    case TakeFirst: return u"wayTakeFirst"_s;
    case AsCorrection: return u"wayAsCorrection"_s;
    case AsNote: return u"wayAsNote"_s;
    case AsDraft: return u"wayAsDraft"_s;
    case GiveUp: return u"wayGiveUp"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ConflictPanel::ConflictPanel(
    const Theme& theme, const session::QueuedCommand& queued, const QString& what, const QDateTime& now, QWidget* parent)
    : QWidget(parent)
{
    Q_ASSERT(queued.conflict);
    setObjectName(u"conflict-"_s + queued.command.id.text());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    addLine(theme, Sentences::mine(queued.command, now), true);
    for (const care::Difference& one : queued.conflict->theirs)
        addLine(theme, Sentences::theirs(one, now), false);
    if (queued.conflict->theirs.isEmpty())
        addLine(theme, tr("Ärendet: ingen ändring har hämtats"), false);
    auto* place = new QWidget(this);
    auto* flow = new FlowLayout(8, 6, place);
    flow->setContentsMargins(0, 4, 0, 0);
    for (const care::WayOn way : queued.conflict->ways) {
        const session::Choice choice {queued.command.id, way, queued.conflict->version};
        auto* button = new QPushButton(Sentences::way(way, queued.command.verb), place);
        button->setObjectName(nameOf(way));
        button->setAccessibleName(tr("%1: %2").arg(button->text(), what));
        button->setToolTip(Sentences::wayTip(way));
        connect(button, &QPushButton::clicked, this, [this, choice] { Q_EMIT chosen(choice); });
        flow->addWidget(button);
    }
    column->addWidget(place);
}

void ConflictPanel::addLine(const Theme& theme, const QString& text, bool isMine)
{
    auto* line = new TextLabel(theme, Theme::Text::Body, TextLabel::Tone::Plain, isMine ? QFont::Normal : QFont::DemiBold, this);
    line->setText(text);
    line->setWordWrap(true);
    layout()->addWidget(line);
}

} // namespace mottaget::ui
