// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/caselistmodel.h"

#include "core/base/onready.h"

#include <algorithm>
#include <iterator>
#include <utility>

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
    connect(&session, &session::Session::casesChanged, this, [this] { refresh(Moves::UnlessHolding); });
    connect(&session, &session::Session::actorChanged, this, &CaseListModel::applyHeld);
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
    m_again.reset();
    m_fetched = false;
    // Another list, not a refresh of this one.
    beginResetModel();
    m_rows.clear();
    m_first = 0;
    m_total = 0;
    endResetModel();
    m_visibleFirst = 0;
    m_visibleLast = 0;
    hold(0, false);
    applyHeld();
}

void CaseListModel::setHolding(bool holding)
{
    m_holding = holding;
    if (!holding && m_hasHeld)
        refresh(Moves::UnlessHolding);
}

void CaseListModel::hold(int newRows, bool otherOrder)
{
    m_hasHeld = newRows > 0 || otherOrder;
    Q_EMIT heldChanged(newRows, otherOrder);
}

void CaseListModel::ask(const session::ListPosition& position, int count, void (CaseListModel::*then)(const Page&))
{
    m_asking = true;
    onReady(m_session.casePage(m_query, position, count), this, [this, then, generation = m_generation](const Opened& answer) {
        if (generation != m_generation)
            return; // of a list that is not shown any more
        m_asking = false;
        if (!answer)
            return; // the session has ended; there is nobody to ask
        if (*answer)
            (this->*then)(**answer);
        else
            Q_EMIT failed(answer->error());
        if (const auto again = std::exchange(m_again, std::nullopt))
            refresh(*again);
        else if (*answer)
            fetchAround(); // after a refusal the next change or scroll asks again, not the refusal itself
    });
}

void CaseListModel::refresh(Moves moves)
{
    if (m_asking) {
        // The open answer may be older than what is asked for here.
        m_again = m_again == Moves::Always ? Moves::Always : moves;
        return;
    }
    m_moves = moves;
    const int count = std::clamp(static_cast<int>(m_rows.size()), window, largest);
    ask({session::ListPosition::Kind::Offset, m_first, {}}, count, &CaseListModel::onRefreshed);
}

void CaseListModel::onRefreshed(const Page& page)
{
    // Judged now: the reader may have begun to move since the question was asked.
    const bool isFirst = !std::exchange(m_fetched, true);
    if (isFirst || m_moves == Moves::Always || !m_holding)
        restructure(page);
    else
        patch(page);
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
        // The row keeps its place, and with it the key that says where its neighbours are fetched.
        const QByteArray key = m_rows[at].order.key;
        m_rows[at] = *row;
        m_rows[at].order.key = key;
        const QModelIndex changed = index(m_first + static_cast<int>(at));
        Q_EMIT dataChanged(changed, changed);
    }
    hold(std::max(0, page.total - m_total), otherOrder);
}

void CaseListModel::restructure(const Page& page)
{
    hold(0, false);
    if (page.total == m_total && page.first == m_first && page.rows == m_rows)
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
    Q_ASSERT(m_rows.size() == rows.size());
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
    fetchAround();
}

void CaseListModel::fetchAround()
{
    if (m_asking || !m_fetched || m_total == 0)
        return;
    // The list may have grown shorter than the place the reader looked at, or been empty then.
    const int first = std::clamp(m_visibleFirst, 0, m_total - 1);
    const int last = std::clamp(m_visibleLast, first, m_total - 1);
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
    if (page.rows.isEmpty()) {
        applyHeld(); // nothing stands there any more
        return;
    }
    // The reader jumped: what was held back is let go with the place they left.
    hold(0, false);
    setTail(page.total - m_first - static_cast<int>(m_rows.size()));
    place(page.first, page.rows);
    setTail(page.total - page.first - static_cast<int>(page.rows.size()));
}

void CaseListModel::onBelow(const Page& page)
{
    const QList<care::CaseRow> below = unknownOf(page.rows);
    const int rest = std::max(0, page.total - page.first - static_cast<int>(page.rows.size()));
    if (below.isEmpty() && rest > 0) {
        applyHeld(); // too much has moved to go on from what is held
        return;
    }
    const QList<care::CaseRow> rows = m_rows + below;
    setTail(static_cast<int>(below.size()) + rest);
    const int drop = std::max(0, static_cast<int>(rows.size()) - largest);
    place(m_first + drop, rows.mid(drop));
}

void CaseListModel::onAbove(const Page& page)
{
    const QList<care::CaseRow> above = unknownOf(page.rows);
    if (above.isEmpty() && page.first > 0) {
        applyHeld();
        return;
    }
    const int head = page.rows.isEmpty() ? 0 : page.first + static_cast<int>(above.size());
    if (head != m_first) { // more or less stands above than was known
        Q_EMIT aboutToMoveRows();
        setHead(head);
        Q_EMIT rowsMoved();
    }
    place(m_first - static_cast<int>(above.size()), (above + m_rows).mid(0, largest));
}

QList<care::CaseRow> CaseListModel::unknownOf(const QList<care::CaseRow>& rows) const
{
    // A row that moved while its place was held stands where it stood, once.
    const QSet<care::CaseId> known = idsOf(m_rows);
    QList<care::CaseRow> unknown;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(unknown), [&](const care::CaseRow& row) { return !known.contains(row.id); });
    return unknown;
}

void CaseListModel::place(int first, QList<care::CaseRow> rows)
{
    // Placeholders become rows and rows placeholders; no row comes or goes.
    Q_ASSERT(first >= 0 && first + rows.size() <= m_total);
    const int from = std::min(first, m_first);
    const int to = std::max(first + static_cast<int>(rows.size()), m_first + static_cast<int>(m_rows.size()));
    m_first = first;
    m_rows = std::move(rows);
    if (to > from)
        Q_EMIT dataChanged(index(from), index(to - 1));
}

} // namespace mottaget::ui
