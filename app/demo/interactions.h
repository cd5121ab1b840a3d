// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/faults.h"
#include "app/demo/message.h"
#include "app/demo/paging.h"
#include "app/demo/resourcestore.h"
#include "core/base/result.h"

#include <functional>

namespace mottaget::demo {

//! When something happens, ms since the epoch on the region's clock.
struct Moment {
    qint64 stamp = 0; //!< what lastUpdated will say
    qint64 now = 0;   //!< when it is committed
};

//! The FHIR interactions on a store, without sockets: a request in, a reply out. One thread.
class Interactions final {
public:
    //! `committed` is called after each commit and before its reply, with what was written.
    Interactions(ResourceStore& store, std::function<void(const std::vector<Write>&, const std::vector<Ordinal>&, Moment)> committed);

    void setFaults(const Faults& faults);
    //! `stale`: searches do not know the last two seconds.
    [[nodiscard]] Reply answer(const Request& request, Moment moment, bool stale);
    //! Commits a change of the region's own.
    void write(const std::vector<Write>& writes, Moment moment);

private:
    struct Change { // one checked write
        Write write;
        int status = 200;
        std::optional<Ordinal> unchanged; // conditional create that found its resource
    };
    using Checked = Result<Change, Reply>;

    [[nodiscard]] bool authorized(const QByteArray& header) const;
    [[nodiscard]] Reply get(const Request& request, const QList<QByteArray>& parts, Moment moment, bool stale);
    [[nodiscard]] Reply read(const Request& request, const QByteArray& type, const QByteArray& id) const;
    [[nodiscard]] Reply readVersion(const QByteArray& type, const QByteArray& id, const QByteArray& version) const;
    [[nodiscard]] Reply search(const Request& request, const QByteArray& type, Moment moment, bool stale);
    [[nodiscard]] Reply remembered(const Request& request, const QByteArray& type, Moment moment);
    [[nodiscard]] Reply history(const Request& request, const QByteArray& type, const QByteArray& id);
    [[nodiscard]] Reply single(const Request& request, Moment moment);
    [[nodiscard]] Reply bundle(const Request& request, Moment moment, bool stale);
    [[nodiscard]] Reply transaction(const std::vector<Request>& entries, const Request& outer, Moment moment, bool stale);
    [[nodiscard]] Reply batch(const std::vector<Request>& entries, const Request& outer, Moment moment, bool stale);

    [[nodiscard]] Checked check(const Request& request) const;
    [[nodiscard]] Checked checkPut(const Request& request, const QByteArray& type, const QByteArray& id) const;
    [[nodiscard]] Checked checkPost(const Request& request, const QByteArray& type) const;
    [[nodiscard]] Checked checkDelete(const Request& request, const QByteArray& type, const QByteArray& id) const;
    [[nodiscard]] std::optional<Reply> versionMoved(const Request& request, const QByteArray& type, const QByteArray& id) const;
    //! Commits what is to be written; answers the place of each change.
    std::vector<Ordinal> apply(const std::vector<Change>& changes, Moment moment);
    [[nodiscard]] Reply written(const Change& change, Ordinal ordinal, const Request& request) const;
    [[nodiscard]] QByteArray responseEntry(const Reply& reply, bool withResource) const;

    ResourceStore& m_store;
    Paging m_paging;
    Faults m_faults;
    QHash<QByteArray, QPair<qint64, Reply>> m_remembered; //!< searches by address, with when they were answered
    std::function<void(const std::vector<Write>&, const std::vector<Ordinal>&, Moment)> m_committed;
};

//! The types the region keeps.
[[nodiscard]] const QList<QByteArray>& resourceTypes();
[[nodiscard]] QByteArray capabilityStatement(const QByteArray& base);

} // namespace mottaget::demo
