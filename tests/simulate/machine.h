// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memorydisk.h"
#include "weather.h"

#include "core/base/clock.h"
#include "core/store/stores.h"
#include "core/sync/engine.h"
#include "core/sync/projector.h"

#include <memory>
#include <optional>

namespace mottaget::simulate {

//! A machine's clocks: wall time may be wrong and jump, monotonic time starts at each boot.
class MachineClock final : public Clock {
public:
    explicit MachineClock(const qint64& world) : m_world(world) {}
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_world + skewMs, Qt::UTC); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(m_world - bootedAt); }
    qint64 skewMs = 0;
    qint64 bootedAt = 0;

private:
    const qint64& m_world;
};

//! Empty, migrated files, made once: what a first start would leave. Owns the placeholders that the files' names need on a real disk.
class Image;

//! One person's machine: the product's own engine and files over a disk in memory.
class Machine final {
public:
    Machine(int number, const Image& image, const Weather& weather, Removed removed, const qint64& world);
    ~Machine();

    //! A new process: files opened, unfinished commands replayed, a new engine. False when the disk refuses.
    [[nodiscard]] bool start(quint32 seed);
    //! The process dies; what it leaves is `files`.
    void die(MemoryDisk::Files files);
    [[nodiscard]] bool isAlive() const { return m_engine != nullptr; }

    sync::Engine& engine() { return *m_engine; }
    store::Stores& stores() { return *m_stores; }
    MemoryDisk& disk() { return m_disk; }
    [[nodiscard]] int number() const { return m_number; }
    MachineClock clock;
    int life = 0; //!< which process this is; what was meant for an earlier one is dropped

private:
    int m_number;
    const Image& m_image;
    sync::Profile m_profile;
    MemoryDisk m_disk;
    std::unique_ptr<store::Stores> m_stores;
    std::unique_ptr<sync::Engine> m_engine;
};

class Image final {
public:
    Image();
    ~Image();
    [[nodiscard]] MemoryDisk::Files copy() const;
    //! As the opening of a damaged cache leaves them: it is begun anew.
    void renewCache(MemoryDisk::Files& files) const;
    [[nodiscard]] store::StoreResult<std::unique_ptr<store::Stores>> open(const MemoryDisk& disk) const;

private:
    struct Folder;
    std::unique_ptr<Folder> m_folder;
    MemoryDisk::Files m_files;
};

} // namespace mottaget::simulate
