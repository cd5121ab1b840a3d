// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedcheck.h"
#include "core/store/statement.h"
#include "core/store/storeerror.h"

#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

class QSqlDatabase;

namespace mottaget::store {

class SealedVfs;

//! One step of a file's history: brings a file of `version - 1` to `version`.
struct Migration {
    int version = 0;
    const char* const* statements = nullptr; //!< ends with nullptr
};

//! What a file is for decides how hard each commit is pressed to the disk.
enum class Durability {
    Cache,       //!< can be rebuilt: synchronous NORMAL
    Irreplaceable, //!< commands, drafts, log: synchronous FULL, a commit survives power loss
};

//! Who else has the file open.
enum class Access {
    Sole,   //!< nobody: locking_mode EXCLUSIVE, no shared memory file
    Writer, //!< the one connection that writes and checkpoints, with readers beside it
    Reader, //!< query_only, never checkpoints, migrates nothing; must be closed before the writer
};

//! How a file lies on disk. There is no default: an unsealed file has to be asked for by name, and only tests and the bench do.
class Sealing final {
public:
    //! The key is read at opening and not kept; it need not outlive the call it is passed to.
    [[nodiscard]] static Sealing withKey(const SealedKey& key) { return Sealing(&key); }
    [[nodiscard]] static Sealing plainForComparison() { return Sealing(nullptr); }
    //! The same over another VFS than SQLite's own: where tests put their faults.
    [[nodiscard]] Sealing over(const char* vfs) const;

private:
    friend class Database;
    explicit Sealing(const SealedKey* key) : m_key(key) {}
    const SealedKey* m_key;
    const char* m_below = nullptr;
};

//! One SQLite file. Every open of a file goes through here and nowhere else: sealing is decided here. Belongs to the thread that
//! opened it (the store thread); one writer, WAL, cache_spill off (SQLite 3.40.1 loses WAL frames on ROLLBACK TO after a spill).
class Database final {
public:
    //! Opens or creates the file (0600) and migrates it. A file of a newer version is refused and left untouched; so is a sealed file
    //! that the key does not open, with the reason as a code of its own. A file comes into being whole or not at all.
    [[nodiscard]] static StoreResult<std::unique_ptr<Database>> open(const QString& path, Durability durability,
        std::span<const Migration> migrations, int cacheKiB, const Sealing& sealing, Access access = Access::Sole);
    //! The same, but what is in an existing file and its log stays as it was found: migrate() is the caller's, before anything is read by
    //! the newest tables.
    [[nodiscard]] static StoreResult<std::unique_ptr<Database>> openAsFound(const QString& path, Durability durability,
        std::span<const Migration> migrations, int cacheKiB, const Sealing& sealing, Access access = Access::Sole);
    StoreResult<void> migrate(std::span<const Migration> migrations);
    //! Copies a closed file into a new one under another key and puts that in its place, atomically: killed at any point, the file opens
    //! with the one key or the other (keyThatOpens), never with neither. So both keys must be on record until this returns. Done already:
    //! succeeds. The whole copy is held in memory; for journal, outbox and log (the cache is erased by forgetting its key).
    [[nodiscard]] static StoreResult<void> rotate(
        const QString& path, const SealedKey& from, const SealedKey& to, const char* below = nullptr);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    //! `sql` must be right: a mistake in it is a bug, not an error.
    [[nodiscard]] Statement prepare(const char* sql) const;
    //! Runs a statement without results.
    StoreResult<void> execute(const char* sql);
    //! Runs `work` in one transaction; rolls back when it fails. Not nestable. When the disk was full and room could be made, `work` runs
    //! once more from the beginning.
    StoreResult<void> transaction(const std::function<StoreResult<void>()>& work);
    //! Called when a write finds the disk full, at most once for each write; says whether it made room. For files that matter most.
    void setRelief(std::function<bool()> makeRoom) { m_relief->makeRoom = std::move(makeRoom); }
    //! Files that answer together: a transaction on one of them does not commit when a read of another broke off in it.
    void shareFaults(const std::shared_ptr<DiskFaults>& faults) { m_relief->faults = faults; }
    //! A pragma's value as read back, for reports.
    [[nodiscard]] QString pragma(const char* name) const;
    //! SQLite's own check; empty list when the file is sound.
    [[nodiscard]] QStringList integrityProblems() const;
    [[nodiscard]] QString path() const { return m_path; }

    //! Brings the whole log into the file and empties it. Automatic checkpoints happen too, but fail silently: watch logBytes().
    StoreResult<void> checkpoint();
    [[nodiscard]] qint64 logBytes() const;
    //! Closing will leave file and log as they lie, instead of bringing the log into the file: for one that is to be set aside.
    void leaveAsFound();
    //! How the log was found at opening (sealed files). Damaged: tell it, and copy file and log aside before the next write.
    [[nodiscard]] LogState logState() const;
    //! Every page and log frame as it lies on disk. Sealed files only.
    [[nodiscard]] StoreResult<PageReport> verifyPages();
    //! Messages sealed under the key since opening: to be added up with the key's record, which allows 2^32.
    [[nodiscard]] quint64 sealedCount() const;
    //! Which key of the file it is; 0 for a plain one.
    [[nodiscard]] quint32 keyEpoch() const;

private:
    struct Opening {
        Durability durability;
        int cacheKiB;
        Sealing sealing;
        Access access;
    };
    Database(std::unique_ptr<SealedVfs> vfs, std::unique_ptr<QSqlDatabase> db, QString path);
    static StoreResult<void> create(const QString& path, const Opening& opening);
    static StoreResult<std::unique_ptr<Database>> connect(const QString& path, const Opening& opening, NewFile newFile);
    StoreResult<void> tryExecute(const char* sql);
    StoreResult<void> tryTransaction(const std::function<StoreResult<void>()>& work);
    StoreResult<void> applyPragmas(const Opening& opening, NewFile newFile);
    StoreResult<void> copyTo(Database& other);
    [[nodiscard]] StoreError reasonOf(const StoreError& error) const;
    [[nodiscard]] StoreResult<void> refuseNewer(std::span<const Migration> migrations) const;

    std::unique_ptr<SealedVfs> m_vfs; //!< null: the file is plain; outlives the connection
    std::unique_ptr<QSqlDatabase> m_db;
    QString m_path;
    std::shared_ptr<Relief> m_relief = std::make_shared<Relief>();
};

} // namespace mottaget::store
