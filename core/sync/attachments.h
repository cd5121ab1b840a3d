// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/desk.h"

namespace mottaget::sync {

//! Fetches the attachments that somebody has asked for, one at a time, beside push and pull and never in their way: it begins only while
//! the region answers, its failures say nothing of the link, and it has a wait of its own after them. What is asked for is on disk, so
//! that an outage or a restart only puts it off. Part of the engine; decides alone, does nothing.
class Attachments final {
public:
    Attachments(Desk& desk, quint32 seed) : m_desk(desk), m_backoff(seed) {}

    //! The disk says that some wait; or that none do.
    void setWanted(bool wanted) { m_isWanted = wanted; }
    void pump();
    bool onReply(Ticket ticket, const net::Reply& reply);
    bool onStored(Ticket ticket, const StoreAnswer& answer);
    //! By the monotonic clock: when pump() may say more than now. Only while some wait.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextAt() const;

private:
    enum class Stage { Resting, Choosing, Fetching, Keeping };
    void waitFor(std::chrono::milliseconds wait) { m_notBefore = m_desk.monotonic() + wait; }

    Desk& m_desk;
    Backoff m_backoff;
    Stage m_stage = Stage::Resting;
    Ticket m_waiting = 0;
    QString m_id; //!< the one that is being fetched
    bool m_isWanted = false;
    std::chrono::milliseconds m_notBefore {0};
};

//! What a reply to the question for Binary/{id} means for it. Pure; the link is judged by others.
[[nodiscard]] op::KeepAttachment attachmentOf(const QString& id, const net::Reply& reply);

} // namespace mottaget::sync
