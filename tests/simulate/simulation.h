// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "machine.h"
#include "oracle.h"
#include "region.h"
#include "weather.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <memory>
#include <queue>
#include <vector>

namespace mottaget::simulate {

struct Outcome {
    qint64 steps = 0;
    quint64 hash = 0; //!< over everything that happened, in order
    QStringList violations;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct Options {
    int steps = 2000; //!< the world heals before that, and goes on until it has converged
    Removed removed = Removed::Nothing;
    bool isTold = false; //!< each event on standard error
};

//! A whole small world run from one seed: machines with the product's engine and files, one region, one other system, bad weather, then
//! good weather in which everything must come to rest. One thread, no real time, no real disk or network.
class Simulation final {
public:
    Simulation(quint64 seed, const Image& image, const Options& options);
    ~Simulation();
    [[nodiscard]] Outcome run();

private:
    struct Event {
        qint64 at = 0;
        quint64 order = 0;
        int client = -1; //!< the process it is meant for; -1: the world
        int life = 0;
        std::function<void()> happen;
    };
    struct Later {
        bool operator()(const Event& a, const Event& b) const { return a.at != b.at ? a.at > b.at : a.order > b.order; }
    };
    //! What the simulation keeps of a machine beside what the machine keeps.
    struct Person {
        std::unique_ptr<Machine> machine;
        std::vector<sync::Run> work; //!< asked of the disk, in order
        bool isWorking = false;
        QSet<sync::Ticket> open; //!< requests without a reply yet
        quint64 wake = 0;        //!< the wish that counts
        QMap<QString, qint64> asked; //!< when each type's search reached the server last
        QMap<QString, qint64> asking;
        QDateTime lastPull;
        bool isFirst = false; //!< the first fetch goes on
        qint64 pulledAt = -1;
        qint64 offlineUntil = 0;
        int requests = 0; //!< but for an answer's further pages
        int requestsBeforeRest = 0;
    };

    void plan(qint64 delay, int client, std::function<void()> happen);
    bool step();
    void tell(const char* what, int client, const QString& detail = {});
    [[nodiscard]] bool draw(int perMille);

    // simulation.cpp: time and machines
    void heal();
    [[nodiscard]] bool hasConverged();
    [[nodiscard]] QString restless(); //!< who or what has not come to rest; empty when all has
    void end();
    void judgeRest();
    void boot(int client);
    void kill(int client);
    void die(int client, MemoryDisk::Files files, bool withPower);
    void noteStored(int client, const sync::StoreOp& op);
    void mayDieWithin(int client); //!< in the middle of what it does on its disk now
    [[nodiscard]] bool hasDiedWithin(int client);
    void perform(int client, sync::Actions actions);
    void runWork(int client);
    [[nodiscard]] sync::StoreAnswer carryOut(int client, const sync::StoreOp& op);
    void afterEngine(int client);
    void disturb();

    // network.cpp
    void send(int client, const sync::Send& action);
    void arrive(int client, int life, const sync::Send& action);
    void transact(int client, int life, const sync::Send& action, bool isCopy);
    void process(int client, int life, const sync::Send& action);
    [[nodiscard]] net::Reply answerBatch(int client, int life, const sync::Send& action);
    void finish(int client, int life, const sync::Send& action, net::Reply reply);
    void reply(int client, int life, sync::Ticket ticket, const net::Reply& reply, qint64 delay);
    [[nodiscard]] std::optional<net::Reply> refusal(const net::Request& request);
    [[nodiscard]] net::Reply spoil(net::Reply reply);
    [[nodiscard]] qint64 delay();

    // people.cpp
    void act(int client);
    void settleTray(int client);
    void chooseAnother(int client, const store::StoredCommand& stopped);
    void actOther();
    void look(int client);
    void compare(int client);
    [[nodiscard]] Look see(int client);
    void countScan(int client);
    void rowScan(int client);
    void editTask(const QString& id, qint64 stamp, bool mayAdd);
    void removeCase(const QString& id);
    void editResident(qint64 stamp);
    void writeMessage(const QString& caseId, qint64 stamp);

    Dice m_dice;
    Options m_options;
    const Image& m_image;
    Weather m_weather;
    Region m_region;
    Oracle m_oracle;
    std::vector<Person> m_people;
    std::priority_queue<Event, std::vector<Event>, Later> m_events;
    qint64 m_now;
    quint64 m_order = 0;
    qint64 m_steps = 0;
    quint64 m_hash = 14695981039346656037ULL;
    bool m_isHealing = false;
    qint64 m_healedAt = 0;
    qint64 m_changedAt = 0;
    qint64 m_restingSince = -1; //!< everything has converged
    int m_pending = 0; //!< transactions that the region has begun
};

//! The tests and the program ask for a seed alone.
[[nodiscard]] Outcome simulate(quint64 seed, const Image& image, const Options& options);

} // namespace mottaget::simulate
