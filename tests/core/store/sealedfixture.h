// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/sealedpage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStringList>

#include <array>

//! What the tests of the sealing share. Sizes and seeds come from the environment: MOTTAGET_SOAK multiplies every number of trials,
//! MOTTAGET_SEED repeats a run.
namespace mottaget::store::testing {

inline int trials(int inGate)
{
    const int factor = qEnvironmentVariableIntValue("MOTTAGET_SOAK");
    return inGate * (factor > 0 ? factor : 1);
}

inline quint32 seed()
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue("MOTTAGET_SEED", &given);
    return given ? static_cast<quint32>(value) : 20260101U;
}

//! For QTemporaryDir: in memory where the system has such a place, since these tests copy much and need no real disk.
inline QString scratchFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/mottaget-test-XXXXXX");
}

inline SealedKey copyOf(const SealedKey& key)
{
    std::vector<std::byte> bytes(key.key.view().begin(), key.key.view().end());
    return {SecretBytes::take(bytes), key.fileIdentity, key.kind, key.epoch};
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

//! File and log as they lie on disk at one moment: what a crash would leave.
struct Snapshot {
    QByteArray file;
    QByteArray log;
    static Snapshot of(const QString& path) { return {bytesOf(path), bytesOf(path + QStringLiteral("-wal"))}; }
    [[nodiscard]] bool put(const QString& path) const
    {
        return write(path, file)
            && (log.isEmpty() ? !QFile::exists(path + QStringLiteral("-wal")) || QFile::remove(path + QStringLiteral("-wal"))
                              : write(path + QStringLiteral("-wal"), log));
    }
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

inline constexpr const char* entries1[] = {"CREATE TABLE entry(id INTEGER PRIMARY KEY, body TEXT NOT NULL)",
    "CREATE INDEX entry_body ON entry(body)", "CREATE VIRTUAL TABLE word USING fts5(text)", nullptr};
inline constexpr std::array entries {Migration {1, entries1}};

//! Everything in the tables of `entries`, as one hash; empty when a read fails.
inline QByteArray digestOf(Database& database)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char* sql : {"SELECT id, body FROM entry ORDER BY id", "SELECT rowid, text FROM word ORDER BY rowid"}) {
        Statement statement = database.prepare(sql);
        if (!statement.exec())
            return {};
        while (statement.next()) {
            hash.addData(statement.value(0).toByteArray());
            hash.addData(statement.value(1).toByteArray());
        }
        if (statement.error().code != StoreError::Code::StatementFailed) // a read that broke off
            return {};
    }
    return hash.result();
}

} // namespace mottaget::store::testing
