// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/caselistmodel.h"

#include "core/base/onready.h"

#include <algorithm>

namespace mottaget::ui {

namespace {

constexpr int window = 200; // rows asked for at once
constexpr int largest = 500; // rows held at most
constexpr int margin = 50;  // fetch when the reader comes so near an edge

QSet<care::CaseId> idsOf(const QList<care::CaseRow>& rows)
{
    QSet<care::CaseId> ids;
    for (const care::CaseRow& row : rows)
        ids.insert(row.id);
    return ids;
}

} // namespace

CaseListModel::CaseListModel(session::Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &session::Session::casesChanged, this, &CaseListModel::onChanged);
    connect(&session, &session::Session::actorChanged, this, [this] { refresh(true); });
}

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_total;
}

const care::CaseRow* CaseListModel::row(int index) const
{
    const int at = index - m_first;
    return at >= 0 && at < m_rows.size() ? &m_rows[at] : nullptr;
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    const care::CaseRow* row = index.isValid() ? this->row(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == RowRole)
        return QVariant::fromValue(*row);
    return role == Qt::AccessibleTextRole && m_speech ? QVariant(m_speech(*row)) : QVariant();
}

int CaseListModel::indexOf(const care::CaseId& id) const
{
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].id == id)
            return m_first + static_cast<int>(at);
    }
    return -1;
}

void CaseListModel::setQuery(const session::ListQuery& query)
{
    if (query == m_query && m_fetched)
        return;
    ++m_generation;
    m_query = query;
    m_asking = false;
    m_fetched = false;
    // Another list, not a refresh of this one.
    beginResetModel();
    m_rows.clear();
    m_first = 0;
    m_total = 0;
    endResetModel();
    Q_EMIT heldChanged(0, false);
    refresh(true);
}

void CaseListModel::setHolding(bool holding)
{
    m_holding = holding;
}

void CaseListModel::ask(const session::ListPosition& position, int count, void (CaseListModel::*then)(const Page&))
{
    m_asking = true;
    onReady(m_session.casePage(m_query, position, count), this, [this, then, generation = m_generation](const Opened& answer) {
        if (generation != m_generation)
            return; // of a list that is not shown any more
        m_asking = false;
        if (answer && *answer)
            (this->*then)(**answer);
        else if (answer)
            Q_EMIT failed(answer->error());
        if (std::exchange(m_refreshAgain, false))
            refresh(m_mayMove);
        else
            setVisible(m_visibleFirst, m_visibleLast);
    });
}

void CaseListModel::refresh(bool mayMove)
{
    if (m_asking) {
        m_mayMove = m_refreshAgain ? m_mayMove || mayMove : mayMove;
        m_refreshAgain = true;
        return;
    }
    m_mayMove = mayMove;
    const int count = std::clamp(static_cast<int>(m_rows.size()), window, largest);
    ask({session::ListPosition::Kind::Offset, m_first, {}}, count, &CaseListModel::onRefreshed);
}

void CaseListModel::onChanged(const QSet<care::CaseId>&)
{
    // A list that does not fill the screen has no reading position to keep.
    const bool isShort = m_total <= m_visibleLast + 1;
    refresh(!m_holding || isShort);
}

void CaseListModel::onRefreshed(const Page& page)
{
    m_fetched = true;
    if (m_mayMove) {
        restructure(page);
        Q_EMIT heldChanged(0, false);
    } else {
        patch(page);
    }
    Q_EMIT fetched(m_total);
}

void CaseListModel::patch(const Page& page)
{
    QHash<care::CaseId, const care::CaseRow*> fresh;
    for (const care::CaseRow& row : page.rows)
        fresh.insert(row.id, &row);
    bool otherOrder = page.total != m_total || page.rows.size() != m_rows.size();
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        otherOrder = otherOrder || at >= page.rows.size() || page.rows[at].id != m_rows[at].id;
        const care::CaseRow* row = fresh.value(m_rows[at].id);
        if (!row || *row == m_rows[at])
            continue;
        m_rows[at] = *row;
        const QModelIndex changed = index(m_first + static_cast<int>(at));
        Q_EMIT dataChanged(changed, changed);
    }
    Q_EMIT heldChanged(std::max(0, page.total - m_total), otherOrder);
}

void CaseListModel::restructure(const Page& page)
{
    const bool same = page.total == m_total && page.first == m_first && page.rows == m_rows;
    if (same)
        return;
    Q_EMIT aboutToMoveRows();
    matchWindow(page.rows);
    setHead(page.first);
    setTail(page.total - page.first - static_cast<int>(page.rows.size()));
    Q_EMIT rowsMoved();
}

void CaseListModel::matchWindow(const QList<care::CaseRow>& rows)
{
    const QSet<care::CaseId> wanted = idsOf(rows);
    for (int at = static_cast<int>(m_rows.size()) - 1; at >= 0; --at) {
        if (wanted.contains(m_rows[at].id))
            continue;
        beginRemoveRows({}, m_first + at, m_first + at);
        m_rows.removeAt(at);
        --m_total;
        endRemoveRows();
    }
    for (int at = 0; at < rows.size(); ++at) {
        int from = at;
        while (from < m_rows.size() && m_rows[from].id != rows[at].id)
            ++from;
        if (from == m_rows.size()) {
            beginInsertRows({}, m_first + at, m_first + at);
            m_rows.insert(at, rows[at]);
            ++m_total;
            endInsertRows();
        } else if (from != at) {
            beginMoveRows({}, m_first + from, m_first + from, {}, m_first + at);
            m_rows.move(from, at);
            endMoveRows();
        }
        if (m_rows[at] != rows[at]) {
            m_rows[at] = rows[at];
            Q_EMIT dataChanged(index(m_first + at), index(m_first + at));
        }
    }
}

void CaseListModel::setHead(int head)
{
    const int more = head - m_first;
    if (more > 0) {
        beginInsertRows({}, 0, more - 1);
        m_first += more;
        m_total += more;
        endInsertRows();
    } else if (more < 0) {
        beginRemoveRows({}, 0, -more - 1);
        m_first += more;
        m_total += more;
        endRemoveRows();
    }
}

void CaseListModel::setTail(int wanted)
{
    const int more = std::max(0, wanted) - tail();
    if (more > 0) {
        beginInsertRows({}, m_total, m_total + more - 1);
        m_total += more;
        endInsertRows();
    } else if (more < 0) {
        beginRemoveRows({}, m_total + more, m_total - 1);
        m_total += more;
        endRemoveRows();
    }
}

void CaseListModel::setVisible(int first, int last)
{
    m_visibleFirst = first;
    m_visibleLast = last;
    if (m_asking || !m_fetched || m_total == 0)
        return;
    const int end = m_first + static_cast<int>(m_rows.size());
    using Kind = session::ListPosition::Kind;
    if (first >= end || last < m_first)
        ask({Kind::Offset, std::max(0, first - window / 2), {}}, window, &CaseListModel::onFar);
    else if (last + margin >= end && tail() > 0)
        ask({Kind::After, 0, m_rows.last().order.key}, window, &CaseListModel::onBelow);
    else if (first - margin < m_first && m_first > 0)
        ask({Kind::Before, 0, m_rows.first().order.key}, window, &CaseListModel::onAbove);
}

void CaseListModel::onFar(const Page& page)
{
    // The reader jumped: what was held back is let go with the place they left.
    Q_EMIT heldChanged(0, false);
    place(page.first, page.rows, page.total);
}

void CaseListModel::onBelow(const Page& page)
{
    QList<care::CaseRow> rows = m_rows + page.rows;
    const int drop = std::max(0, static_cast<int>(rows.size()) - largest);
    const int rest = std::max(0, page.total - page.first - static_cast<int>(page.rows.size()));
    const int first = m_first + drop;
    const int total = m_first + static_cast<int>(rows.size()) + rest;
    place(first, rows.mid(drop), total);
}

void CaseListModel::onAbove(const Page& page)
{
    if (page.rows.isEmpty()) {
        setHead(0); // what stood above is gone
        return;
    }
    const int head = m_first - static_cast<int>(page.rows.size());
    if (head < 0)
        setHead(static_cast<int>(page.rows.size())); // more stands above than was known
    const QList<care::CaseRow> rows = (page.rows + m_rows).mid(0, largest);
    place(m_first - static_cast<int>(page.rows.size()), rows, m_total);
    if (page.first == 0)
        setHead(0);
}

void CaseListModel::place(int first, QList<care::CaseRow> rows, int total)
{
    setTail(total - m_first - static_cast<int>(m_rows.size()));
    // Placeholders become rows and rows placeholders; no row comes or goes.
    const int from = std::min(first, m_first);
    const int to = std::max(first + static_cast<int>(rows.size()), m_first + static_cast<int>(m_rows.size()));
    m_first = first;
    m_rows = std::move(rows);
    m_total = std::max(m_total, m_first + static_cast<int>(m_rows.size()));
    if (to > from)
        Q_EMIT dataChanged(index(from), index(std::min(to, m_total) - 1));
}

} // namespace mottaget::ui
