// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/message.h"
#include "app/demo/resourcestore.h"
#include "app/demo/search.h"

#include <QByteArray>
#include <QHash>

#include <deque>

namespace mottaget::demo {

//! The result of a search or a history, kept so that its pages do not shift when resources change.
struct ResultSet {
    Query query;
    std::vector<Hit> hits;
    bool history = false;
    bool live = false; //!< the fault offset-paging: evaluated anew for each page
};

//! Keeps the latest results and turns them into pages. A next link is opaque and stays good for many other searches.
class Paging final {
public:
    explicit Paging(const ResourceStore& store) : m_store(store) {}

    //! The first page; keeps the rest if there is any.
    [[nodiscard]] Reply first(const Request& request, ResultSet result);
    //! The page that a next link names; 410 when it is too old.
    [[nodiscard]] Reply next(const Request& request, const QByteArray& token);
    //! The fault loop-next.
    void setLooping(bool looping) { m_looping = looping; }

private:
    [[nodiscard]] Reply page(const Request& request, const ResultSet& result, const QByteArray& key, std::size_t offset) const;
    void appendEntry(QByteArray& body, const Request& request, const ResultSet& result, const Hit& hit) const;

    const ResourceStore& m_store;
    QHash<QByteArray, ResultSet> m_kept;
    std::deque<QByteArray> m_age; // oldest first
    bool m_looping = false;
};

//! The resource with only some elements, tagged SUBSETTED.
[[nodiscard]] QByteArray subset(const QByteArray& json, const QList<QByteArray>& elements);

} // namespace mottaget::demo
