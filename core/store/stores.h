// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/anchor.h"
#include "core/crypto/recordkeys.h"
#include "core/store/absencetable.h"
#include "core/store/attachmenttable.h"
#include "core/store/ballast.h"
#include "core/store/casetable.h"
#include "core/store/commandtable.h"
#include "core/store/database.h"
#include "core/store/ownerlock.h"
#include "core/store/resourcetable.h"
#include "core/store/sealedkey.h"
#include "core/store/seentable.h"
#include "core/store/setaside.h"
#include "core/store/smalltables.h"

#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace mottaget::store {

//! Where the files of one person and commission lie. `root` is the data folder: one owner process at a time, log of the device.
struct Folder {
    QString root;
    QString person; //!< `root`/<id made of person and commission>
    //! Bytes of the disk that pulled pages leave free, for commands, drafts and the access log.
    qint64 keepFree = 128 * 1024 * 1024;
    qint64 ballast = Ballast::defaultBytes; //!< held for outbox, journal and log when the disk is full
    [[nodiscard]] static Folder of(const QString& root, const QString& personHsaId, const QString& commissionHsaId);
};

//! The keys of the four files, for one opening. A file that is on its way from one key to the next has two: either may be the right one.
//! Nothing of them is kept after the files are open.
struct StoreKeys {
    std::vector<SealedKey> keys; //!< newest last within a kind
    crypto::Anchors anchors;     //!< how far the files had come, as far as is known; none: not checked
    //! Four new keys: for tests and the bench. The product's come from the custody.
    [[nodiscard]] static StoreKeys fresh();
    [[nodiscard]] static StoreKeys of(const crypto::FileKeys& keys);
    //! Those of one kind, newest first.
    [[nodiscard]] std::vector<const SealedKey*> ofKind(FileKind kind) const;
};

//! The four files, open, with their repositories. Made and used on the store thread alone.
//! A cache that its key does not open is removed and begun anew: the server has it all. Of the others nothing is ever deleted: what does
//! not open is set aside and told (contract 1). Files of a newer version, and a disk that refuses, are errors that touch nothing.
class Stores final {
public:
    [[nodiscard]] static StoreResult<std::unique_ptr<Stores>> open(const Folder& folder, const StoreKeys& keys);
    //! Four files that the caller has opened himself. For disks that are no folders: the simulation's.
    struct Opened {
        std::unique_ptr<Database> cache;
        std::unique_ptr<Database> journal;
        std::unique_ptr<Database> outbox;
        std::unique_ptr<Database> log;
    };
    [[nodiscard]] static StoreResult<std::unique_ptr<Stores>> over(Opened opened);

    Database& cache() { return *m_cache; }
    Database& journal() { return *m_journal; }
    Database& outbox() { return *m_outbox; }
    Database& log() { return *m_log; }

    ResourceTable& resources() { return m_resources; }
    CaseTable& cases() { return m_cases; }
    MarkTable& marks() { return m_marks; }
    EventTable& events() { return m_events; }
    AbsenceTable& absences() { return m_absences; }
    SeenTable& seen() { return m_seen; }
    AttachmentTable& attachments() { return m_attachments; }
    DraftTable& drafts() { return m_drafts; }
    CommandTable& commands() { return m_commands; }
    //! False when another page of the region would use up what Folder::keepFree keeps for what exists nowhere else. Takes the ballast
    //! again when there is room for it.
    [[nodiscard]] bool hasRoomForCache();
    [[nodiscard]] const Ballast& ballast() const { return m_ballast; }
    //! From here to endTask() one thing is done to the files, by what is read of them. A question that answers with a plain value can't
    //! say that its read broke off: from the first that does on, nothing more is read or written, and endTask() says why.
    void beginTask();
    std::optional<StoreError> endTask();
    //! What was set aside at this opening. Must be told to the person and kept for support.
    [[nodiscard]] const std::vector<SetAside>& setAside() const { return m_setAside; }
    //! Leaves new anchors in outbox and log, durable when this returns. To be kept where the files' disk can't reach.
    [[nodiscard]] StoreResult<crypto::Anchors> leaveAnchors();
    //! What each key has sealed since the last call, for the key's budget.
    [[nodiscard]] std::vector<KeyUse> takeUses();
    //! True when the cache had to be begun anew at this opening.
    [[nodiscard]] bool cacheWasRebuilt() const { return m_cacheWasRebuilt; }

private:
    struct Files {
        Folder folder;
        std::unique_ptr<OwnerLock> lock;
        std::unique_ptr<Database> cache;
        std::unique_ptr<Database> journal;
        std::unique_ptr<Database> outbox;
        std::unique_ptr<Database> log;
        bool cacheWasRebuilt = false;
        std::vector<SetAside> setAside;
    };
    explicit Stores(Files files);
    static StoreResult<std::unique_ptr<Stores>> tryOpen(const Folder& folder, const StoreKeys& keys);
    static StoreResult<std::unique_ptr<Stores>> begin(Files files);
    static StoreResult<void> openCache(Files& files, const QString& path, const StoreKeys& keys);
    static StoreResult<void> openKept(Files& files, std::unique_ptr<Database>& into, const QString& path, FileKind kind,
        std::span<const Migration> history, const StoreKeys& keys);
    static StoreResult<std::unique_ptr<Database>> openAnchored(
        const QString& path, FileKind kind, std::span<const Migration> history, const StoreKeys& keys);
    static StoreResult<std::unique_ptr<Database>> beginAnew(
        Files& files, const StoreError& why, const QString& path, FileKind kind, std::span<const Migration> history, const StoreKeys& keys);
    [[nodiscard]] static StoreResult<void> keepCopy(Files& files, const QString& path, FileKind kind);

    Folder m_folder;
    Ballast m_ballast;
    std::shared_ptr<DiskFaults> m_faults = std::make_shared<DiskFaults>();
    std::unique_ptr<OwnerLock> m_lock;
    std::unique_ptr<Database> m_cache;
    std::unique_ptr<Database> m_journal;
    std::unique_ptr<Database> m_outbox;
    std::unique_ptr<Database> m_log;
    bool m_cacheWasRebuilt;
    std::vector<SetAside> m_setAside;
    std::vector<KeyUse> m_told; //!< what takeUses() has told
    ResourceTable m_resources;
    CaseTable m_cases;
    MarkTable m_marks;
    EventTable m_events;
    AbsenceTable m_absences;
    SeenTable m_seen;
    AttachmentTable m_attachments;
    DraftTable m_drafts;
    CommandTable m_commands;
};

} // namespace mottaget::store
