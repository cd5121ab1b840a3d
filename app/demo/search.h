// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/resourcestore.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace mottaget::demo {

using QueryItems = QList<std::pair<QByteArray, QByteArray>>; //!< decoded, in the order of the URL

enum class Order { Place, OldestFirst, NewestFirst, AuthoredOldestFirst, AuthoredNewestFirst };

//! A search as asked for, checked.
struct Query {
    struct Condition {
        QByteArray parameter;
        QList<QByteArray> anyOf;
    };
    QByteArray type;
    std::vector<Condition> conditions; //!< all must hold
    QList<QByteArray> ids;             //!< of `_id`; only meaningful with byId
    bool byId = false;
    qint64 from = std::numeric_limits<qint64>::min(); //!< lastUpdated, inclusive
    qint64 to = std::numeric_limits<qint64>::max();   //!< lastUpdated, exclusive
    qint64 authoredFrom = std::numeric_limits<qint64>::min(); //!< what Record::authored says, inclusive
    qint64 authoredTo = std::numeric_limits<qint64>::max();   //!< exclusive
    Order order = Order::Place;
    int count = 20; //!< page size, 0 to 1000
    QList<QByteArray> elements;
    bool countOnly = false;
};

//! Why a search is refused: the parameter and what is wrong with it, in English for the OperationOutcome.
struct SearchError {
    QByteArray text;
};

//! One answer: a version of a resource.
struct Hit {
    Ordinal ordinal;
    quint32 version; //!< index into Record::versions

    friend bool operator==(const Hit&, const Hit&) = default;
};

[[nodiscard]] Result<Query, SearchError> parseQuery(const QByteArray& type, const QueryItems& items);

//! What the query finds in the current versions, in its order.
[[nodiscard]] std::vector<Hit> find(const ResourceStore& store, const Query& query);

//! What a server would find whose index does not know the commits at or after `instant` yet.
[[nodiscard]] std::vector<Hit> findAsOf(const ResourceStore& store, const Query& query, qint64 instant);

//! The first and the first later millisecond that a FHIR date, dateTime or instant covers; nothing if it is none.
[[nodiscard]] std::optional<std::pair<qint64, qint64>> momentSpan(const QByteArray& text);

} // namespace mottaget::demo
