// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedcheck.h"

#include <QFile>
#include <QSet>

#include <cstring>

namespace mottaget::store {

using namespace Qt::StringLiterals;

namespace {

//! Room for what is opened in it; wiped when it goes.
template <std::size_t size>
struct Wiped : std::array<std::byte, size> {
    Wiped() : std::array<std::byte, size> {} {}
    Wiped(const Wiped&) = default;
    Wiped& operator=(const Wiped&) = default;
    ~Wiped() { explicit_bzero(this->data(), size); }
};
using Page = Wiped<pageSize>;
using Frame = Wiped<frameSize>;

constexpr qint64 saltOffset = 16; // in the log's header
constexpr qint64 frameSaltOffset = 8;
constexpr qint64 saltSize = 8;
constexpr qint64 pagesAsked = 64; // as evidence that the key is right although page 1 is not whole

template <std::size_t size>
bool readAt(QFile& file, qint64 offset, std::array<std::byte, size>& to)
{
    return file.seek(offset) && file.read(reinterpret_cast<char*>(to.data()), size) == static_cast<qint64>(size);
}

StoreError ioError(const QFile& file)
{
    return {StoreError::Code::IoFailed, file.errorString()};
}

// The frames of a log that authenticate and belong to its current run (or, for a log with a broken header, to any run).
struct LogFrames {
    QList<qint64> good;     //!< indexes from 0
    QSet<quint32> pages;    //!< that are in the good ones
    bool anyAuthentic = false;
};

StoreResult<LogFrames> readLog(const QString& path, PageSealer& sealer)
{
    LogFrames found;
    QFile log(path + u"-wal"_s);
    if (!log.exists())
        return found;
    if (!log.open(QIODevice::ReadOnly))
        return failed(ioError(log));
    std::array<std::byte, logHeaderSize> header {};
    Frame frame;
    if (log.size() < logHeaderSize)
        return found;
    if (!readAt(log, 0, header))
        return failed(ioError(log));
    for (qint64 index = 0; frameOffset(index + 1) <= log.size(); ++index) {
        if (!readAt(log, frameOffset(index), frame))
            return failed(ioError(log));
        const bool sameRun = std::memcmp(frame.data() + frameSaltOffset, header.data() + saltOffset, saltSize) == 0;
        if (!sealer.openFrame(frameOffset(index), frame.data()))
            continue;
        found.anyAuthentic = true;
        if (sameRun) {
            found.good << index;
            found.pages.insert(readBigEndian(frame.data()));
        }
    }
    return found;
}

bool anyLaterPageOpens(QFile& file, PageSealer& sealer)
{
    Page page;
    for (qint64 number = 2; number <= pagesAsked && readAt(file, (number - 1) * pageSize, page); ++number) {
        if (sealer.openPage(static_cast<quint32>(number), page.data()))
            return true;
    }
    return false;
}

StoreResult<void> judgeLayout(const Page& plain)
{
    const bool ours = plain[16] == std::byte {pageSize >> 8} && plain[17] == std::byte {0} && plain[20] == std::byte {reservedSize};
    if (!ours)
        return failed(StoreError {StoreError::Code::ForeignLayout, u"page 1 reserves %1 bytes"_s.arg(static_cast<int>(plain[20]))});
    return {};
}

// Page 1 does not open. Why: damage, another file, another key, another format?
StoreResult<void> judgeRefusedPage(QFile& file, const QString& path, const Page& page, PageSealer& sealer)
{
    const auto log = readLog(path, sealer);
    if (!log)
        return failed(log.error());
    if (log->pages.contains(1))
        return {}; // an interrupted checkpoint; SQLite takes the page from the log
    if (log->anyAuthentic || anyLaterPageOpens(file, sealer))
        return failed(StoreError {StoreError::Code::Damaged, u"page 1"_s});
    const std::byte* trailer = page.data() + pageSize - 4;
    if (trailer[0] != std::byte {formatMark})
        return failed(StoreError {StoreError::Code::UnknownFormat, u"not a sealed file"_s});
    if (std::memcmp(trailer, sealer.trailer().data(), 4) != 0) {
        const auto epochOf = [](const std::byte* at) { return static_cast<int>(at[2]) << 8 | static_cast<int>(at[3]); };
        return failed(StoreError {
            StoreError::Code::WrongKey, u"key epoch %1 where %2 was given"_s.arg(epochOf(trailer)).arg(epochOf(sealer.trailer().data()))});
    }
    if (sealer.knowsKeyOfFirstPage(page.data()))
        return failed(StoreError {StoreError::Code::OtherFile, u"identity or kind differs"_s});
    return failed(StoreError {StoreError::Code::WrongKey, u"page 1 does not open"_s});
}

} // namespace

StoreResult<void> checkSealedFile(const QString& path, PageSealer& sealer, NewFile newFile)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(StoreError {StoreError::Code::CannotOpen, file.errorString()});
    if (file.size() == 0 && newFile == NewFile::Expected)
        return {};
    Page page;
    if (file.read(reinterpret_cast<char*>(page.data()), pageSize) < 0)
        return failed(ioError(file));
    if (std::memcmp(page.data(), "SQLite format 3", 16) == 0)
        return failed(StoreError {StoreError::Code::PlainFile, u"an ordinary SQLite file"_s});
    if (file.size() < pageSize)
        return failed(StoreError {StoreError::Code::Damaged, u"%1 bytes, less than a page"_s.arg(file.size())});
    const std::byte* trailer = page.data() + pageSize - 4;
    if (trailer[0] == std::byte {formatMark} && trailer[1] != std::byte {formatVersion})
        return failed(StoreError {StoreError::Code::UnknownFormat, u"version %1"_s.arg(static_cast<int>(trailer[1]))});
    Page plain = page;
    if (sealer.openPage(1, plain.data()))
        return judgeLayout(plain);
    return judgeRefusedPage(file, path, page, sealer);
}

StoreResult<const SealedKey*> keyThatOpens(const QString& path, std::span<const SealedKey* const> keys)
{
    StoreError reason {StoreError::Code::WrongKey, u"no key given"_s};
    for (const SealedKey* key : keys) {
        auto sealer = PageSealer::create(*key);
        if (!sealer)
            return failed(StoreError {StoreError::Code::SealingBroken, u"key"_s});
        const auto checked = checkSealedFile(path, *sealer, NewFile::Refused);
        if (checked)
            return key;
        reason = checked.error();
    }
    return failed(reason);
}

StoreResult<PageReport> verifySealedFile(const QString& path, PageSealer& sealer)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(StoreError {StoreError::Code::CannotOpen, file.errorString()});
    const auto log = readLog(path, sealer);
    if (!log)
        return failed(log.error());
    PageReport report;
    report.pages = file.size() / pageSize;
    report.strayBytes = file.size() % pageSize;
    Page page;
    for (qint64 number = 1; number <= report.pages; ++number) {
        if (!readAt(file, (number - 1) * pageSize, page))
            return failed(ioError(file));
        const auto id = static_cast<quint32>(number);
        if (!sealer.openPage(id, page.data()) && !log->pages.contains(id))
            report.badPages << number;
    }
    if (report.strayBytes != 0 && log->pages.contains(static_cast<quint32>(report.pages + 1)))
        report.strayBytes = 0; // the same interrupted checkpoint, at the file's end
    report.frames = log->good.isEmpty() ? 0 : log->good.last() + 1;
    for (qint64 index = 0; index < report.frames; ++index) {
        if (!log->good.contains(index))
            report.badFrames << index + 1;
    }
    return report;
}

} // namespace mottaget::store
