// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/store/sealedfixture.h"

#include <utility>

namespace mottaget::store::testing {

inline constexpr const char* entries2[] = {"ALTER TABLE entry ADD COLUMN kind TEXT NOT NULL DEFAULT 'k'", "CREATE TABLE more(x)",
    "INSERT INTO more SELECT id FROM entry", "DROP INDEX entry_body", "CREATE INDEX entry_kind ON entry(kind, body)", nullptr};
inline constexpr std::array newer {entries[0], Migration {2, entries2}};

//! What is done to a file with the tables of `entries`.
enum class Work {
    Open,
    Migrate,
    Ingest,
    Enqueue,
    Acknowledge,
    Purge,
    Vacuum,
    Rotate,
};

inline constexpr std::array works {std::pair("open", Work::Open), std::pair("migrate", Work::Migrate), std::pair("ingest", Work::Ingest),
    std::pair("enqueue", Work::Enqueue), std::pair("acknowledge", Work::Acknowledge), std::pair("purge", Work::Purge),
    std::pair("vacuum", Work::Vacuum), std::pair("rotate", Work::Rotate)};

inline QString filler(int number)
{
    return QString::number(number).repeated(90);
}

inline StoreResult<void> perform(Database& database, Work work)
{
    switch (work) {
    case Work::Open:
    case Work::Rotate:
    case Work::Migrate: return {};
    case Work::Ingest:
        return database.transaction([&]() -> StoreResult<void> {
            for (int i = 1000; i < 1060; ++i) {
                if (auto done =
                        database.execute(qPrintable(QStringLiteral("INSERT INTO entry(id, body) VALUES(%1, '%2')").arg(i).arg(filler(i))));
                    !done)
                    return done;
            }
            return database.execute("INSERT INTO word VALUES('en sida till')");
        });
    case Work::Enqueue: return database.execute("INSERT INTO entry(id, body) VALUES(5000, 'ett svar')");
    case Work::Acknowledge:
        return database.transaction([&]() -> StoreResult<void> {
            if (auto done = database.execute("UPDATE entry SET body='bekräftat' WHERE id=7"); !done)
                return done;
            return database.execute("DELETE FROM entry WHERE id=8");
        });
    case Work::Purge: return database.execute("DELETE FROM entry WHERE id < 100");
    case Work::Vacuum: return database.execute("VACUUM");
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::store::testing
