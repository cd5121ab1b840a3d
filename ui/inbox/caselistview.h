// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/caselistmodel.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

namespace mottaget::ui {

//! The list itself: keeps the reading position while rows come and go (case and pixel offset), tells the model what is seen, and when the
//! reader has come to rest at the top. Arrows and J/K move, Enter or a click opens. GUI thread.
class CaseListView final : public QListView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseListView)

public:
    explicit CaseListView(CaseListModel& model, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<care::CaseId> currentCase() const;
    //! Moves the current row by `steps`; stays inside the list.
    void moveCurrent(int steps);

Q_SIGNALS:
    void opened(const mottaget::care::CaseId& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void tellVisible();
    void keepPlace();
    void restorePlace();
    void openIndex(const QModelIndex& index);
    void noteActivity();

    CaseListModel& m_model;
    QPersistentModelIndex m_anchor;
    int m_anchorOffset = 0;
    QTimer m_rest; //!< the reader has not moved for a while
};

} // namespace mottaget::ui
