// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/rowtexts.h"

#include <QFont>
#include <QList>
#include <QRect>

namespace mottaget::ui {

//! A text of a row and where it stands. What identifies stands whole or not at all; subject, owner and reason may be shortened.
struct RowPiece {
    enum class Kind { Name, Number, Due, Badge, Standing, Owner, Subject, Reason };
    Kind kind = Kind::Name;
    QString text;
    QRect rect;
    RowBadge badge; //!< of Due, Badge and Standing
    friend bool operator==(const RowPiece&, const RowPiece&) = default;
};

//! The room a row has. Pixels.
struct RowRoom {
    QRect area;
    int line = 0;  //!< height of a line
    int lines = 3; //!< two or three, by density
    QFont name, body, small;
};

//! Puts the texts of a row in two or three lines of equal height. A name or number that finds no room beside the rest takes the next
//! line's; what then has no room is said by the tool tip and to assistive technology. Pure.
[[nodiscard]] QList<RowPiece> layOutRow(const RowTexts& texts, const RowRoom& room);

} // namespace mottaget::ui
