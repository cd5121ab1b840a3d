// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/desk.h"

#include <QHash>

namespace mottaget::sync {

//! Brings the access log to the region, before anything else that waits: each entry as an AuditEvent under its own id, so that it may be
//! sent any number of times. An entry leaves the device only when the region has shown that it holds it. Part of the engine.
class LogPush final {
public:
    explicit LogPush(Desk& desk) : m_desk(desk) {}

    //! The next pump() asks the disk what waits.
    void wake() { m_isDue = true; }
    void pump();
    bool onReply(Ticket ticket, const net::Reply& reply);
    bool onStored(Ticket ticket, const StoreAnswer& answer);
    //! A batch is under way.
    [[nodiscard]] bool isBusy() const { return m_disk != 0 || !m_asked.isEmpty(); }

private:
    struct Asked {
        LogUpload upload;
        bool isReading = false; //!< the write's reply did not show it: is it there?
    };
    void take(const Asked& asked, const net::Reply& reply);
    void endBatch();

    Desk& m_desk;
    bool m_isDue = true;
    Ticket m_disk = 0; //!< what the disk is asked
    QHash<Ticket, Asked> m_asked;
    op::LogStored m_outcome;
    bool m_isBroken = false; //!< the region or the network went away in this batch
};

} // namespace mottaget::sync
