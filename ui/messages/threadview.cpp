// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/threadview.h"

#include "ui/messages/threadcards.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

ThreadView::ThreadView(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout(m_content))
{
    setObjectName(u"caseThread"_s);
    setAccessibleName(tr("Ärendets tråd"));
    setFocusPolicy(Qt::StrongFocus);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_content->setObjectName(u"caseThreadContent"_s);
    m_column->setContentsMargins(18, 8, 18, 16);
    m_column->setSpacing(12);
    m_column->addStretch(1);
    setWidget(m_content);
    verticalScrollBar()->setSingleStep(24);
}

QWidget* ThreadView::make(const ThreadItem& item)
{
    QWidget* card = makeThreadCard(m_theme, item, m_content);
    for (QPushButton* button : card->findChildren<QPushButton*>()) {
        if (const QString id = button->property("attachment").toString(); !id.isEmpty())
            connect(
                button, &QPushButton::clicked, this, [this, id] { Q_EMIT attachmentRequested(id); }, Qt::QueuedConnection);
    }
    return card;
}

QWidget* ThreadView::take(const ThreadItem& item)
{
    const auto found = std::ranges::find_if(m_shown, [&](const Shown& one) { return one.item == item; });
    if (found == m_shown.end())
        return make(item);
    QWidget* widget = found->widget;
    m_shown.erase(found);
    return widget;
}

void ThreadView::show(const QList<ThreadItem>& items, bool startOver)
{
    const int place = verticalScrollBar()->value();
    std::vector<Shown> next;
    for (const ThreadItem& item : items) {
        QWidget* widget = take(item);
        const int index = static_cast<int>(next.size());
        if (m_column->indexOf(widget) != index)
            m_column->insertWidget(index, widget);
        next.push_back({item, widget});
    }
    for (const Shown& gone : m_shown)
        delete gone.widget;
    m_shown = std::move(next);
    m_column->activate();
    verticalScrollBar()->setValue(startOver ? 0 : place);
}

void ThreadView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home: bar->triggerAction(QAbstractSlider::SliderToMinimum); break;
    case Qt::Key_End: bar->triggerAction(QAbstractSlider::SliderToMaximum); break;
    case Qt::Key_Space:
        bar->triggerAction(
            event->modifiers().testFlag(Qt::ShiftModifier) ? QAbstractSlider::SliderPageStepSub : QAbstractSlider::SliderPageStepAdd);
        break;
    case Qt::Key_Escape: event->ignore(); break;
    default: QScrollArea::keyPressEvent(event); break;
    }
}

} // namespace mottaget::ui
