// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/desk.h"
#include "core/sync/steps.h"

namespace mottaget::sync {

//! Hourly: how many of each type does the region have, and how many are here? A difference that stays the same twice is no message on its way but
//! something that the deltas have missed: then the type is due for reconciliation. What a reconciliation could not mend (what can't be
//! read here) is the difference that is expected from then on. One batch; a region that takes none is not asked. Part of a pull run.
//! Source: contracts.md 2, "reconciliation when counts differ".
class Counting final {
public:
    explicit Counting(Desk& desk) : m_desk(desk) {}

    enum class End { None, Done, Failed };
    [[nodiscard]] End begin(const QDateTime& now);
    [[nodiscard]] Ticket waiting() const { return m_waiting; }
    [[nodiscard]] End onReply(const net::Reply& reply);
    [[nodiscard]] End onStored(const StoreAnswer& answer);
    //! After Done: types whose difference is new and lasting.
    [[nodiscard]] const QStringList& differing() const { return m_differing; }
    [[nodiscard]] Verdict verdict() const { return m_verdict; }

private:
    End judgeCounts(const QHash<QString, int>& here);

    Desk& m_desk;
    Ticket m_waiting = 0;
    Verdict m_verdict = Verdict::Ok;
    enum class Await { Batch, Held, Store } m_await = Await::Batch;
    QDateTime m_now;
    QStringList m_types;
    QHash<QString, int> m_there;
    QStringList m_differing;
};

//! What is remembered of a type's difference (region less here), and what a new count means.
struct CountMark {
    std::optional<int> expected; //!< since the last reconciliation; absent right after one
    int last = 0;
    friend bool operator==(const CountMark&, const CountMark&) = default;

    [[nodiscard]] static CountMark read(const QString& value);
    [[nodiscard]] QString text() const;
};

//! The mark after `difference` was counted, and whether the type is due now. Pure.
[[nodiscard]] std::pair<CountMark, bool> counted(const CountMark& before, int difference);

} // namespace mottaget::sync
