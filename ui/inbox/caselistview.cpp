// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/caselistview.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace mottaget::ui {

using namespace std::chrono_literals;

CaseListView::CaseListView(CaseListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setModel(&model);
    setObjectName(QStringLiteral("caseList"));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    m_rest.setSingleShot(true);
    m_rest.setInterval(2s);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (verticalScrollBar()->value() == 0)
            m_model.setHolding(false); // at rest at the top: new rows may come in
    });
    connect(&m_model, &CaseListModel::aboutToMoveRows, this, &CaseListView::keepPlace);
    connect(&m_model, &CaseListModel::rowsMoved, this, &CaseListView::restorePlace);
    connect(&m_model, &CaseListModel::fetched, this, [this] {
        if (!currentIndex().isValid() && m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(0));
        tellVisible();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        noteActivity();
        tellVisible();
    });
    connect(this, &QListView::clicked, this, &CaseListView::openIndex);
}

std::optional<care::CaseId> CaseListView::currentCase() const
{
    const care::CaseRow* row = m_model.row(currentIndex().row());
    return currentIndex().isValid() && row ? std::optional(row->id) : std::nullopt;
}

void CaseListView::moveCurrent(int steps)
{
    if (m_model.rowCount() == 0)
        return;
    const int to = std::clamp(currentIndex().row() + steps, 0, m_model.rowCount() - 1);
    setCurrentIndex(m_model.index(to));
}

void CaseListView::keyPressEvent(QKeyEvent* event)
{
    noteActivity();
    switch (event->key()) {
    case Qt::Key_J: moveCurrent(1); return;
    case Qt::Key_K:
        if (event->modifiers() == Qt::NoModifier) {
            moveCurrent(-1);
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: openIndex(currentIndex()); return;
    default: break;
    }
    // Letters are keys here, not the beginning of a type-ahead search.
    if (!event->text().isEmpty() && event->text().front().isPrint())
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

void CaseListView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    tellVisible();
}

void CaseListView::openIndex(const QModelIndex& index)
{
    if (const care::CaseRow* row = index.isValid() ? m_model.row(index.row()) : nullptr)
        Q_EMIT opened(row->id);
}

void CaseListView::noteActivity()
{
    m_model.setHolding(true);
    m_rest.start();
}

void CaseListView::tellVisible()
{
    if (m_model.rowCount() == 0)
        return;
    const QModelIndex top = indexAt(QPoint(1, 1));
    const QModelIndex bottom = indexAt(QPoint(1, viewport()->height() - 2));
    m_model.setVisible(top.isValid() ? top.row() : 0, bottom.isValid() ? bottom.row() : m_model.rowCount() - 1);
}

void CaseListView::keepPlace()
{
    const QModelIndex top = indexAt(QPoint(1, 1));
    // At the very top the reader wants the top, whatever stands there.
    m_anchor = verticalScrollBar()->value() == 0 ? QPersistentModelIndex() : QPersistentModelIndex(top);
    m_anchorOffset = top.isValid() ? visualRect(top).top() : 0;
}

void CaseListView::restorePlace()
{
    if (!m_anchor.isValid())
        return;
    doItemsLayout();
    scrollTo(m_anchor, QAbstractItemView::PositionAtTop);
    verticalScrollBar()->setValue(verticalScrollBar()->value() - m_anchorOffset);
    m_anchor = QPersistentModelIndex();
}

} // namespace mottaget::ui
