// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/parts.h"
#include "ui/widgets/theme.h"

#include <QList>
#include <QWidget>

namespace mottaget::ui {

//! The medicines of a renewal request. Every string stands as the resident gave it: nothing is cut, rounded or completed, and a
//! line breaks between attributes or words, never inside a dose (medication line rules of the NHS CUI, MEDi). GUI thread.
class RenewalTable final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RenewalTable)

public:
    RenewalTable(const Theme& theme, const QList<care::RenewalLine>& lines, QWidget* parent = nullptr);

    //! Keeps a number and its unit on one line: the space between them does not break. The words stay the same.
    [[nodiscard]] static QString unbroken(QString text);
};

} // namespace mottaget::ui
