// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/stores.h"
#include "core/sync/engine.h"
#include "core/sync/projector.h"
#include "miniserver.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace mottaget::test {

//! A client without windows, threads or sockets: the very engine and files of the product, driven by hand against a MiniServer.
class World final {
public:
    World();
    //! The server with a unit, staff and `cases` cases of one resident each, all made-up but for the published identities.
    void populate(int cases);
    //! Lets the engine run until nothing is under way, moving the clock to whatever it waits for, at most `budget` of it.
    void run(std::chrono::milliseconds budget = std::chrono::milliseconds(0));
    void start();
    void syncNow();
    //! As the session does after each act.
    void queueChanged();
    //! From now on requests arrive and replies come back in any order, as drawn from `seed`; the disk keeps its own.
    void shuffle(quint32 seed) { m_random.emplace(seed); }
    //! As a kill would leave it: files closed in the middle, opened again by a new process.
    void restart();
    //! Acts as the nurse; the command's id, empty when it was refused.
    QString act(care::Verb verb, const QString& caseId, const QString& text = {});

    [[nodiscard]] care::Case shown(const QString& caseId);
    [[nodiscard]] QList<store::StoredCommand> queue() { return stores->commands().queue(); }
    [[nodiscard]] QString stateOf(const QString& commandId);

    QTemporaryDir dir;
    ManualClock clock;
    MiniServer server;
    sync::Profile profile;
    qint64 keepFree = 0; //!< of the disk, as from the next restart
    store::StoreKeys keys = store::StoreKeys::fresh();
    std::unique_ptr<store::Stores> stores;
    std::unique_ptr<sync::Engine> engine;
    std::function<net::Reply(const net::Request&)> carrier; //!< brings requests to a server elsewhere; none: to `server`
    std::function<bool(const net::Request&)> swallow; //!< true: it is under way, and no reply ever comes
    std::function<bool(const sync::Action&)> killBefore; //!< true: the process dies instead of doing this

    static QString caseId(int n);
    static QByteArray unitTag(); //!< "meta" of what the unit owns

private:
    void open();
    bool perform(sync::Actions actions);
    bool carryOutOne();
    void carryOut(const sync::Action& action);
    std::vector<sync::Action> m_todo;
    std::vector<std::pair<sync::Ticket, net::Reply>> m_onTheWay; //!< replies that have left the server
    std::optional<QRandomGenerator> m_random;
    std::chrono::milliseconds m_wakeAt {0};
};

} // namespace mottaget::test
