// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "region.h"

#include "core/care/command.h"

#include <QMap>
#include <QSet>

#include <functional>

namespace mottaget::simulate {

//! The parts of a case that most verbs look at, as seen on a screen or found in a Task on the server.
struct CaseView {
    care::CaseState state = care::CaseState::Received;
    QString owner;
    friend bool operator==(const CaseView&, const CaseView&) = default;
    [[nodiscard]] static CaseView of(const care::Case& value);
    [[nodiscard]] static CaseView of(const QJsonObject& task);
};

//! A person acted, and was told whether it was saved.
struct Acted {
    int client = 0;
    care::Command command;
    QList<CaseView> seen; //!< what the person had before them: the server's case, and the same with own unsent work
    bool wasSaved = true; //!< told so; otherwise it may be there or not
};

//! What a person can see at a moment, read from the files as the window does.
struct Look {
    int client = 0;
    QMap<QString, care::CommandState> queue; //!< by command
    int waiting = 0;        //!< the counts of the status line
    int needsAttention = 0;
    std::function<int(const QString& type, const QString& id)> has; //!< the version in the cache, 0 for none
};

//! Judges what happened by the history it is told and the server's tables; it never asks the engine. Reliability.md, H1 to H10.
class Oracle final {
public:
    explicit Oracle(const Region& region) : m_region(region) {}

    void acted(const Acted& fact);
    void tookBack(const QString& command) { m_acts[command].isTakenBack = true; }
    //! The person chose another way for a stopped action: these stand in its place, before what waits behind it.
    void actedInstead(const QString& command, const QList<Acted>& facts);
    //! The person looked at the case anew and wants the command all the same.
    void actedAgain(const QString& command, const CaseView& seen) { m_acts[command].fact.seen << seen; }
    void happened(const Effect& effect);
    //! A transaction leaves a machine.
    void sent(int client, const QByteArray& bundle);
    //! What the cache holds of a resource after it was written to.
    void stored(int client, const QString& resource, int version);
    //! The process ended; with the power, what the cache had last may have gone too.
    void died(int client, bool withPower);
    void looked(const Look& look);
    //! A client says that its last pull went through; `asked` is when each type's search reached the server, `has` tells a version.
    void pulled(const Look& look, const QMap<QString, qint64>& asked);
    //! After everything healed: what still waits must wait for a person.
    void ended(const Look& look);
    [[nodiscard]] bool leftWithItsCase(const Entity& entity) const;
    void violate(const char* rule, const QString& what);

    [[nodiscard]] const QStringList& violations() const { return m_violations; }

private:
    struct Act {
        Acted fact;
        int order = 0;
        int effects = 0;
        bool isTakenBack = false;
        int version = 0; //!< of the case, as this act left it
    };
    void judgeOrder(const Act& act);
    void judgeBase(const Act& act, const Written& write);
    void judgeNothingLost(const Effect& effect, const Written& write);

    const Region& m_region;
    QMap<QString, Act> m_acts;
    QMap<int, QMap<QString, int>> m_stored; //!< by client and resource: the version that its cache held last
    QSet<int> m_mayLag;                     //!< lost power; what they had is fetched again
    QMap<QString, int> m_lastOrder; //!< by client and case: the newest act that took effect
    int m_next = 0;
    QStringList m_violations;
};

} // namespace mottaget::simulate
