// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>

namespace mottaget::ui {

//! The rows of a list as a window on what the store holds: a few hundred rows around the reader, placeholders elsewhere, so that nothing
//! grows with the list. Refreshing never resets: rows are patched by id. While the reader reads, arriving data only patches the rows that
//! are shown; what would move them is held back until applyHeld() or until holding ends. GUI thread; the session must outlive it.
class CaseListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseListModel)

public:
    enum Role { RowRole = Qt::UserRole + 1 }; //!< care::CaseRow; invalid for a placeholder

    explicit CaseListModel(session::Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    //! How a row is said to assistive technology (AccessibleTextRole).
    void setSpeech(std::function<QString(const care::CaseRow&)> speech) { m_speech = std::move(speech); }
    [[nodiscard]] const session::ListQuery& query() const { return m_query; }
    //! Another list: begins at its top.
    void setQuery(const session::ListQuery& query);
    //! The rows the reader sees; fetches what is missing around them.
    void setVisible(int first, int last);
    //! True while arriving data must not move rows. What was held back comes when it turns false.
    void setHolding(bool holding);
    //! Lets rows move now whatever the reader does: asked for, or moved by one's own action.
    void applyHeld() { refresh(Moves::Always); }
    [[nodiscard]] const care::CaseRow* row(int index) const;
    [[nodiscard]] int indexOf(const care::CaseId& id) const; //!< -1 when it is not in the window
    [[nodiscard]] bool isFetched() const { return m_fetched; }

Q_SIGNALS:
    void aboutToMoveRows(); //!< remember what the reader looks at
    void rowsMoved();       //!< put it back
    void heldChanged(int newRows, bool otherOrder);
    void fetched(int total);
    void failed(const mottaget::session::SessionError& error);

private:
    using Page = session::CasePage;
    using Opened = std::optional<Result<Page, session::SessionError>>;
    enum class Moves { UnlessHolding, Always };
    void ask(const session::ListPosition& position, int count, void (CaseListModel::*then)(const Page&));
    void refresh(Moves moves);
    void fetchAround();
    void onRefreshed(const Page& page);
    void onFar(const Page& page);
    void onBelow(const Page& page);
    void onAbove(const Page& page);
    void patch(const Page& page);
    void restructure(const Page& page);
    void matchWindow(const QList<care::CaseRow>& rows);
    void setHead(int head);
    void setTail(int tail);
    void place(int first, QList<care::CaseRow> rows);
    void hold(int newRows, bool otherOrder);
    [[nodiscard]] QList<care::CaseRow> unknownOf(const QList<care::CaseRow>& rows) const;
    [[nodiscard]] int tail() const { return m_total - m_first - static_cast<int>(m_rows.size()); }

    session::Session& m_session;
    std::function<QString(const care::CaseRow&)> m_speech;
    session::ListQuery m_query;
    QList<care::CaseRow> m_rows; //!< the window
    int m_first = 0;             //!< its place in the list
    int m_total = 0;
    int m_generation = 0; //!< answers asked for before this one was raised are stale
    bool m_asking = false;
    std::optional<Moves> m_again; //!< refresh once more when the open question is answered
    Moves m_moves = Moves::UnlessHolding; //!< of the open refresh
    bool m_holding = false;
    bool m_hasHeld = false;
    bool m_fetched = false;
    int m_visibleFirst = 0;
    int m_visibleLast = 0;
};

} // namespace mottaget::ui

Q_DECLARE_METATYPE(mottaget::care::CaseRow)
