// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undobar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace mottaget::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

UndoBar::UndoBar(const Theme& theme, const Clock& clock, QWidget* parent) : QFrame(parent), m_theme(theme), m_clock(clock)
{
    setObjectName(u"undoBar"_s);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(16, 8, 8, 8);
    m_text = new QLabel;
    m_text->setObjectName(u"undoText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_undo = new QPushButton(tr("Ångra (U)"));
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setFocusPolicy(Qt::NoFocus);
    m_undo->setToolTip(tr("Ta tillbaka det senaste (U i listan)"));
    line->addWidget(m_text);
    line->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoRequested);
    m_gone.setSingleShot(true);
    connect(&m_gone, &QTimer::timeout, this, &UndoBar::dismiss);
    hide();
}

void UndoBar::show(const session::Submitted& done, const QString& what, const QString& patientName)
{
    m_command = done.command;
    const auto left = std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(done.undoUntil)));
    present(patientName.isEmpty() ? tr("%1: sparat.").arg(what) : tr("%1, %2: sparat.").arg(what, patientName), left > 0ms,
        std::max(left, std::chrono::milliseconds(3s)));
}

void UndoBar::tell(const QString& sentence)
{
    m_command.reset();
    present(sentence, false, 6s);
}

void UndoBar::present(const QString& sentence, bool canUndo, std::chrono::milliseconds time)
{
    m_text->setFont(m_theme.font(Theme::Text::Body));
    m_text->setText(sentence);
    setAccessibleName(sentence);
    m_undo->setVisible(canUndo);
    if (!canUndo)
        m_command.reset();
    setPlace(m_place);
    QFrame::show();
    raise();
    m_gone.start(time);
}

void UndoBar::setPlace(const QRect& place)
{
    m_place = place;
    adjustSize();
    move(place.left() + 16, place.bottom() - height() - 16);
}

void UndoBar::dismiss()
{
    m_command.reset();
    hide();
}

} // namespace mottaget::ui
