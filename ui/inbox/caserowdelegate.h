// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/care/ids.h"
#include "ui/inbox/rowlayout.h"
#include "ui/inbox/rowtexts.h"
#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

#include <optional>

namespace mottaget::ui {

enum class Density { Compact, Normal, Roomy };

//! Paints a row of the inbox: who and by when; what and who has it; why it stands here and where one's own action stands. Compact rows
//! have two lines, the others three. All rows of a density are equally high, from the font. GUI thread; theme and clock must outlive it.
class CaseRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseRowDelegate)

public:
    CaseRowDelegate(const Theme& theme, const Clock& clock, QObject* parent = nullptr);

    void setMe(const care::StaffRoleId& me) { m_me = me; }
    void setOpened(const std::optional<care::CaseId>& id) { m_opened = id; }
    void setDensity(Density density) { m_density = density; }
    [[nodiscard]] int rowHeight() const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    //! The tool tip says all of the row, also what found no room in it.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    [[nodiscard]] RowTexts textsAt(const QModelIndex& index) const;
    //! The room for the texts of a row painted in `row`.
    [[nodiscard]] RowRoom roomIn(const QRect& row) const;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, bool isOpened) const;
    void paintPiece(QPainter& painter, const RowPiece& piece, bool isPerson, const RowRoom& room) const;

    const Theme& m_theme;
    const Clock& m_clock;
    care::StaffRoleId m_me;
    std::optional<care::CaseId> m_opened;
    Density m_density = Density::Normal;
};

} // namespace mottaget::ui
