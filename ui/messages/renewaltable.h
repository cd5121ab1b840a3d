// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/parts.h"
#include "ui/widgets/theme.h"

#include <QList>
#include <QWidget>

namespace mottaget::ui {

class TextLabel;

//! The medicines of a renewal request. Every string stands as the resident gave it: nothing is cut, rounded or completed, and a
//! line breaks between attributes or words, never inside a dose (medication line rules of the NHS CUI, MEDi). GUI thread.
class RenewalTable final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RenewalTable)

public:
    RenewalTable(const Theme& theme, const QList<care::RenewalLine>& lines, QWidget* parent = nullptr);

    //! Keeps a number and its unit on one line (0,2 mg/dos): neither the space nor the slash breaks. The words stay the same.
    [[nodiscard]] static QString unbroken(QString text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] static QString leftAtHome();
    [[nodiscard]] QWidget* row(const care::RenewalLine& line);

    const Theme& m_theme;
    QWidget* m_head;
    QList<TextLabel*> m_captions; //!< say what the head says, where the columns are stacked
};

} // namespace mottaget::ui
