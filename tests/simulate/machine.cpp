// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"

#include "core/store/schema.h"
#include "core/sync/storework.h"

#include <QFile>
#include <QTemporaryDir>

namespace mottaget::simulate {

using namespace Qt::StringLiterals;

// A database's name must be a file that exists, or it would be created beside the disk in memory: empty ones are enough.
struct Image::Folder {
    QTemporaryDir dir;
    [[nodiscard]] QString path(const char* name) const { return dir.filePath(QString::fromLatin1(name)); }
};

Image::Image() : m_folder(std::make_unique<Folder>())
{
    MemoryDisk disk("simulated-image");
    for (const char* name : {"cache.db", "journal.db", "outbox.db", "log.db"}) {
        QFile placeholder(m_folder->path(name));
        (void)placeholder.open(QIODevice::WriteOnly);
    }
    {
        auto stores = open(disk);
        if (!stores)
            qFatal("the files of the simulation could not be made: %s", qPrintable(stores.error().detail));
    }
    m_files = disk.afterKill();
}

Image::~Image() = default;

MemoryDisk::Files Image::copy() const
{
    MemoryDisk::Files files;
    for (const auto& [path, file] : m_files)
        files.emplace(path, std::make_shared<MemoryDisk::File>(*file));
    return files;
}

void Image::renewCache(MemoryDisk::Files& files) const
{
    std::erase_if(files, [](const auto& file) { return file.first.find("/cache.db") != std::string::npos; });
    for (auto& [path, file] : copy()) {
        if (path.find("/cache.db") != std::string::npos)
            files.emplace(path, file);
    }
}

store::StoreResult<std::unique_ptr<store::Stores>> Image::open(const MemoryDisk& disk) const
{
    const auto sealing = store::Sealing::plainForComparison().over(disk.name());
    store::Stores::Opened files;
    const auto openOne = [&](std::unique_ptr<store::Database>& into, const char* name, store::Durability durability,
                             std::span<const store::Migration> history) -> store::StoreResult<void> {
        auto opened = store::Database::open(m_folder->path(name), durability, history, 4096, sealing);
        if (!opened)
            return failed(opened.error());
        into = std::move(*opened);
        return {};
    };
    using enum store::Durability;
    if (auto done = openOne(files.outbox, "outbox.db", Irreplaceable, store::schema::outbox()); !done)
        return failed(done.error());
    if (auto done = openOne(files.journal, "journal.db", Irreplaceable, store::schema::journal()); !done)
        return failed(done.error());
    if (auto done = openOne(files.log, "log.db", Irreplaceable, store::schema::log()); !done)
        return failed(done.error());
    if (auto done = openOne(files.cache, "cache.db", Cache, store::schema::cache()); !done)
        return failed(done.error());
    return store::Stores::over(std::move(files));
}

Machine::Machine(int number, const Image& image, const Weather& weather, Removed removed, const qint64& world)
    : clock(world)
    , m_number(number)
    , m_image(image)
    , m_disk("simulated-" + std::to_string(number))
{
    clock.skewMs = weather.skewMs;
    m_disk.rememberUnsynced = weather.powerCut > 0;
    m_profile.base = QUrl(u"http://127.0.0.1:1/fhir"_s);
    m_profile.personHsaId = u"SE2321009999-10P%1"_s.arg(number);
    m_profile.commissionHsaId = u"SE2321009999-20P%1"_s.arg(number);
    m_profile.atomicTransactions = true;
    if (removed == Removed::Overlap)
        m_profile.overlap = std::chrono::seconds(0);
    m_disk.install(image.copy());
}

Machine::~Machine()
{
    m_engine.reset();
    m_stores.reset();
}

bool Machine::start(quint32 seed)
{
    clock.bootedAt = clock.now().toMSecsSinceEpoch() - clock.skewMs;
    auto opened = m_image.open(m_disk);
    if (!opened)
        return false;
    m_stores = std::move(*opened);
    (void)sync::replayAll(*m_stores, clock.now());
    m_engine = std::make_unique<sync::Engine>(m_profile, clock, seed);
    ++life;
    return true;
}

void Machine::die(MemoryDisk::Files files)
{
    ++life;
    m_engine.reset();
    m_disk.heal();
    m_stores.reset();
    m_disk.install(std::move(files));
}

} // namespace mottaget::simulate
