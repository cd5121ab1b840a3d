// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"
#include "core/sync/backoff.h"
#include "core/sync/storeanswer.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <memory>
#include <variant>
#include <vector>

namespace mottaget::sync {

using Ticket = quint64; //!< ties a reply or answer to what asked for it; never reused in a run of the program

//! What the engine wants done. The driver does it and tells how it went; the engine itself touches nothing.
struct Send {
    Ticket ticket = 0;
    net::Request request;
};
struct Run {
    Ticket ticket = 0;
    StoreOp op;
};
//! Wake the engine after this long; replaces the wish before it.
struct WakeAfter {
    std::chrono::milliseconds delay {0};
};
using Action = std::variant<Send, Run, WakeAfter>;
using Actions = std::vector<Action>;

//! How things stand with the region.
struct LinkStatus {
    enum class Link { NeverReached, Online, Offline, SignInNeeded, Portal, Refused, ServerBusy };
    Link link = Link::NeverReached;
    QDateTime since;
    QDateTime nextTry;      //!< while not Online: when the region is asked next; invalid: being asked now
    QDateTime lastPull;     //!< end of the last pull that went through whole
    bool firstSync = false; //!< the first fetch has not ended
    int fetched = 0;        //!< cases here, during the first fetch
    QString problem;        //!< code of a page that could not be applied; empty when none
    friend bool operator==(const LinkStatus&, const LinkStatus&) = default;
};

class Attachments;
class Pull;
class Push;
class LogPush;

//! The whole of syncing as a state machine without I/O: events in, actions out. Clock and randomness are given. Not thread-safe;
//! lives wherever its driver does. The same events at the same times give the same actions.
class Engine final {
public:
    Engine(Profile profile, const Clock& clock, quint32 seed);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    Actions start();
    Actions onReply(Ticket ticket, const net::Reply& reply);
    Actions onStored(Ticket ticket, const StoreAnswer& answer);
    Actions onWake();
    //! Somebody acted, took back or retried: the queue on disk has changed.
    Actions onQueueChanged();
    //! The user asked, or the network came back: now, whatever was planned.
    Actions onSyncNow();

    [[nodiscard]] LinkStatus status() const;
    [[nodiscard]] Scope scope() const;
    //! Nothing is under way: no request, no store work, no pull run.
    [[nodiscard]] bool isIdle() const;

private:
    struct Shared;
    Actions collect();
    std::unique_ptr<Shared> m_shared;
    std::unique_ptr<Pull> m_pull;
    std::unique_ptr<Push> m_push;
    std::unique_ptr<Attachments> m_attachments; //!< not counted as work under way: nobody waits for them
    std::unique_ptr<LogPush> m_log;
    Ticket m_reload = 0; //!< the queue is being read anew
};

} // namespace mottaget::sync
