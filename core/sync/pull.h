// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/desk.h"
#include "core/sync/housekeeping.h"
#include "core/sync/steps.h"

#include <QSet>

#include <algorithm>
#include <deque>
#include <optional>

namespace mottaget::sync {

//! Reads the region into the cache: one run at a time, one request at a time, each page committed with its mark. A page that can't be
//! applied leaves its type's mark where it was and lets the other types go on. Part of the engine.
class Pull final {
public:
    explicit Pull(Desk& desk) : m_desk(desk), m_housekeeping(desk) {}

    //! Begins a run now unless one is going on (then another follows it).
    void begin();
    //! Begins a run when its time has come.
    void wake();
    //! Sooner than planned: something shows that the region may have gone.
    void wakeWithin(std::chrono::milliseconds wait)
    {
        m_nextAt = std::min(m_nextAt, m_desk.monotonic() + wait);
        m_desk.noteNextTry(m_nextAt);
    }
    //! True when the ticket was this run's.
    bool onReply(Ticket ticket, const net::Reply& reply);
    bool onStored(Ticket ticket, const StoreAnswer& answer);
    [[nodiscard]] bool isRunning() const { return m_running; }
    //! Monotonic time of the next run.
    [[nodiscard]] std::chrono::milliseconds nextAt() const { return m_nextAt; }

private:
    void loaded(const StoreAnswer& answer);
    void planSteps();
    void askBatch();
    void onBatch(const net::Reply& reply);
    void nextStep();
    void askPage(const QUrl& url);
    void onPage(const net::Reply& reply);
    void applyPage();
    void planPeople(const References& missing);
    void askPeople();
    void onPeople(const net::Reply& reply);
    void commit();
    void dropWhatOwnWritesOvertook();
    [[nodiscard]] QList<Mark> peopleMarks();
    void endOfSteps();
    void runCommitted();
    void tidied(Housekeeping::End end);
    void skipStep(const QString& problem);
    void fail(Verdict verdict, const net::Reply& reply);
    void finish(std::chrono::milliseconds wait);

    Desk& m_desk;
    Housekeeping m_housekeeping;
    bool m_running = false;
    bool m_again = false;
    bool m_incomplete = false; //!< a step of this run was skipped: it does not count as a pull
    bool m_overtaken = false;  //!< something of the present step was dropped as older than an own write
    bool m_restarted = false;  //!< the present step's cursor was lost once already
    std::chrono::milliseconds m_nextAt {0};
    QDateTime m_endedAt;
    Scope m_plannedFor; //!< what was known when the steps were planned
    struct Planned {
        Step step;
        std::optional<net::Reply> answer; //!< its first page, when a batch has asked for it already
    };
    std::deque<Planned> m_steps;
    Step m_step;
    int m_count = 0; //!< page size of the present step; halved when the server says too large
    QSet<QUrl> m_visited;
    Ticket m_pageTicket = 0;  //!< when the present page was asked for
    Ticket m_batchTicket = 0; //!< when the run's batch was
    int m_batchesFailed = 0;  //!< in a row, with a server's error
    bool m_batches = true;    //!< until the region has refused one; asked anew at the next start
    Ticket m_waiting = 0;    //!< the one thing under way
    enum class Await { Load, Batch, Page, Missing, People, Commit, End, Tidy } m_await = Await::Load;
    Page m_page;
    QDateTime m_reached; //!< newest instant of the step so far
    QDateTime m_date; //!< the server's clock with the step's first page
    QList<PeopleChunk> m_known; //!< whom this run asks about
    std::deque<QPair<QString, QStringList>> m_people; //!< chunks still to fetch
    QString m_peopleType;
    QStringList m_peopleIds; //!< of the search under way
};

} // namespace mottaget::sync
