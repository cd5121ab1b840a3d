// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/search.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <utility>

namespace mottaget::demo {

//! A request as the region sees it, free of sockets.
struct Request {
    QByteArray method; //!< GET, POST, PUT, DELETE
    QByteArray path;   //!< decoded, without the base; begins with `/`
    QByteArray target; //!< path and query as sent, for self links and transcripts
    QByteArray base;   //!< `http://127.0.0.1:PORT`, with `/fhir` when the client uses that base
    QueryItems query;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;
};

//! An answer. Date, length and encoding are the front's.
struct Reply {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/fhir+json; charset=utf-8";
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool committed = false; //!< something was written
};

//! An OperationOutcome. `severity` and `code` are of FHIR's issue-severity and issue-type.
[[nodiscard]] QByteArray outcome(const QByteArray& severity, const QByteArray& code, const QByteArray& diagnostics);
//! A refusal that carries an OperationOutcome.
[[nodiscard]] Reply refusal(int status, const QByteArray& code, const QByteArray& diagnostics);

//! `201 Created` and its like.
[[nodiscard]] QByteArray statusLine(int status);

//! `Mon, 23 Nov 2026 09:41:07 GMT`
[[nodiscard]] QByteArray httpDate(qint64 msecs);

} // namespace mottaget::demo
