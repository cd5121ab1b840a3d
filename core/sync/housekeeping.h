// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/counting.h"
#include "core/sync/reconcile.h"

#include <deque>

namespace mottaget::sync {

//! What a pull does now and then after it has gone through: lets go of what has left the offline scope (hourly), and holds the whole cache
//! against the region (after half a day, so at night and after an absence), a type of it when the numbers differ (counted hourly). What is cut short begins anew after a later pull. Part of a
//! pull run.
class Housekeeping final {
public:
    explicit Housekeeping(Desk& desk) : m_desk(desk), m_counting(desk), m_reconcile(desk) {}

    enum class End {
        None, //!< still at it
        Done,
        Failed, //!< the region or the disk does not answer
    };
    //! Done when nothing is due.
    [[nodiscard]] End begin(bool takesBatches);
    [[nodiscard]] Ticket waiting() const
    {
        return m_stage == Stage::Compare ? m_reconcile.waiting() : m_stage == Stage::Count ? m_counting.waiting() : m_waiting;
    }
    [[nodiscard]] End onReply(const net::Reply& reply);
    [[nodiscard]] End onStored(const StoreAnswer& answer);

private:
    [[nodiscard]] bool isDue(const char* mark, std::chrono::seconds every) const;
    [[nodiscard]] QDateTime regionsNow() const;
    End purgeFrom(const care::CaseId& after);
    End startComparing();
    End reconcile(const QStringList& types);
    End takeCount(Counting::End end);
    End nextType();
    End take(Reconcile::End end);

    Desk& m_desk;
    Counting m_counting;
    Reconcile m_reconcile;
    enum class Stage { Purge, Count, Compare, Close } m_stage = Stage::Purge;
    Ticket m_waiting = 0;
    std::deque<Step> m_types;
    bool m_takesBatches = true; //!< the region; a count is one
    bool m_isWhole = true; //!< all types, and none was refused
    QDateTime m_began;
    QDateTime m_region; //!< not later than the region's clock
};

} // namespace mottaget::sync
