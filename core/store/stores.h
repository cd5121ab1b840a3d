// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/casetable.h"
#include "core/store/commandtable.h"
#include "core/store/database.h"
#include "core/store/resourcetable.h"
#include "core/store/smalltables.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace mottaget::store {

//! Where the files of one person and commission lie. `root` is the data folder: one owner process at a time, log of the device.
struct Folder {
    QString root;
    QString person; //!< `root`/<id made of person and commission>
    [[nodiscard]] static Folder of(const QString& root, const QString& personHsaId, const QString& commissionHsaId);
};

//! The four files, open, with their repositories. Made and used on the store thread alone.
//! A cache that can't be opened is set aside and begun anew (the server has it all); the others are never touched then: the error
//! is returned and the files stay as they are.
class Stores final {
public:
    [[nodiscard]] static StoreResult<std::unique_ptr<Stores>> open(const Folder& folder);

    Database& cache() { return *m_cache; }
    Database& journal() { return *m_journal; }
    Database& outbox() { return *m_outbox; }
    Database& log() { return *m_log; }

    ResourceTable& resources() { return m_resources; }
    CaseTable& cases() { return m_cases; }
    MarkTable& marks() { return m_marks; }
    EventTable& events() { return m_events; }
    DraftTable& drafts() { return m_drafts; }
    CommandTable& commands() { return m_commands; }
    //! True when the cache had to be begun anew at this opening.
    [[nodiscard]] bool cacheWasRebuilt() const { return m_cacheWasRebuilt; }

private:
    struct Files {
        std::unique_ptr<QLockFile> lock;
        std::unique_ptr<Database> cache;
        std::unique_ptr<Database> journal;
        std::unique_ptr<Database> outbox;
        std::unique_ptr<Database> log;
        bool cacheWasRebuilt = false;
    };
    explicit Stores(Files files);
    static StoreResult<void> openCache(Files& files, const QString& path);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_cache;
    std::unique_ptr<Database> m_journal;
    std::unique_ptr<Database> m_outbox;
    std::unique_ptr<Database> m_log;
    bool m_cacheWasRebuilt;
    ResourceTable m_resources;
    CaseTable m_cases;
    MarkTable m_marks;
    EventTable m_events;
    DraftTable m_drafts;
    CommandTable m_commands;
};

} // namespace mottaget::store
