// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/caserow.h"
#include "ui/widgets/tag.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QString>

namespace mottaget::ui {

//! A badge of a row.
struct RowBadge {
    QString text;
    Tag::Tone tone = Tag::Tone::Neutral;
    Tag::Mark mark = Tag::Mark::None;
    friend bool operator==(const RowBadge&, const RowBadge&) = default;
};

//! Everything a row says, in words. Name and number are never shortened; only the subject may be, with the whole of it as tool tip.
struct RowTexts {
    QString name;
    bool nameIsPerson = true; //!< false: "Skyddade personuppgifter", "Inte hämtat än"
    QString number;
    QList<RowBadge> badges;
    RowBadge due;    //!< empty text when no clock runs
    QString subject; //!< "Rådgivning: Hosta i två veckor"
    QString owner;
    QString reason;
    RowBadge standing; //!< own action: sparad här ...; empty text when none
};

//! Pure functions of a row and the time.
class RowWords final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::RowWords)

public:
    RowWords() = delete;
    [[nodiscard]] static RowTexts textsOf(const care::CaseRow& row, const care::StaffRoleId& me, const QDateTime& now);
    //! "senast i dag", "före 15:20", "senast i morgon", "senast fre 27 nov", "försenat sedan i går"
    [[nodiscard]] static RowBadge dueOf(const QDateTime& due, const QDateTime& now);
    //! The title of a case type; those of basutbud in the language of the screen, a unit's own as the unit wrote it.
    [[nodiscard]] static QString typeTitle(const QString& code, const QString& title);
    //! All of a row in one sentence, for assistive technology.
    [[nodiscard]] static QString spoken(const RowTexts& texts);
};

} // namespace mottaget::ui
