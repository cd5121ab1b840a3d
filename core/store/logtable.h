// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/anchor.h"
#include "core/store/database.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mottaget::store {

//! One entry of the access log with the fields of the national log post (informationsecurity:auditing:log 2.0). Its id is made on the
//! device and is the one the region stores it under.
struct LogEntry {
    QString id;
    QString activity; //!< Läsa, Skriva, ...
    QString level;
    QString args; //!< the reason that was given, where one is asked for
    QDateTime at;
    QString purpose;
    QString user; //!< HSA-id
    QString userName;
    QString title;
    QString commission;
    QString unit;
    QString unitName;
    QString provider;
    QString resourceType;
    QStringList patients;
    bool offline = false;
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

//! An entry that the region has not stored yet, with its place in the log.
struct UnsentEntry {
    qint64 seq = 0;
    LogEntry entry;
    friend bool operator==(const UnsentEntry&, const UnsentEntry&) = default;
};

//! What is wrong with the chain, and where.
struct ChainProblem {
    enum class Kind {
        Broken,   //!< this link does not follow from the one before it: changed, put elsewhere, or one before it is gone
        Changed,  //!< the entry is not what its link was made of
        Missing,  //!< the entry is gone, and no note says that the region has it
        Unlinked, //!< an entry without a link
        Cut,      //!< what the anchor kept outside of the file speaks of is not in the chain: its end was taken away
    };
    Kind kind = Kind::Broken;
    qint64 seq = 0;
    friend bool operator==(const ChainProblem&, const ChainProblem&) = default;
};

//! The access log's rows and the chain of hashes over them. Append-only: an entry goes when the region has acknowledged that it stores it,
//! and its link and a link that says so stay. Store thread only.
class LogTable final {
public:
    explicit LogTable(Database& log) : m_log(log) {}

    //! Entry and link in one commit, on disk when this returns.
    [[nodiscard]] StoreResult<void> append(const LogEntry& entry);
    //! Emergency access first, then in the order written; what the region refused comes after what it was not asked yet.
    [[nodiscard]] StoreResult<QList<UnsentEntry>> unsent(int count);
    [[nodiscard]] StoreResult<void> acknowledge(const QList<qint64>& stored);
    //! The region was asked and would not: asked again later, after the others.
    [[nodiscard]] StoreResult<void> postpone(const QList<qint64>& refused);
    //! Holds every link against its entry and the one before it; and `anchor` against the chain, when one is kept.
    [[nodiscard]] QList<ChainProblem> verify(const std::optional<crypto::Anchor>& anchor);

private:
    Database& m_log;
};

//! The last link's hash, after linking what an older version wrote without links; empty when there is no entry. Inside a transaction.
[[nodiscard]] StoreResult<QByteArray> chainEnd(Database& log);

} // namespace mottaget::store
