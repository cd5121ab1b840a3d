// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mottaget::sync {

//! One resource of a command's transaction, to be sent alone.
struct TransactionPart {
    QString type;
    QString id;
    QString ifMatch; //!< of the part that decides; empty for what is new
    QByteArray body;
    friend bool operator==(const TransactionPart&, const TransactionPart&) = default;
};

//! The fixed bytes of a transaction as single resources in the order that is safe without atomicity (docs/decisions/0019): what is
//! edited under If-Match, marked with the command's id; what is new; the receipt. Pure: the same bytes give the same parts.
[[nodiscard]] QList<TransactionPart> partsOf(const QByteArray& transaction, const care::CommandId& id);

//! Whether a Task carries the mark of this command.
[[nodiscard]] bool carriesMark(const QByteArray& task, const care::CommandId& id);

} // namespace mottaget::sync
