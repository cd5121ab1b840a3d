// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedcheck.h"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace mottaget::store {

//! What the files of one database have to tell its owner; belongs to the SealedVfs.
struct SealedFindings {
    std::optional<StoreError> refusal;
    LogState log = LogState::Whole;
};

//! One open file behind the sealing. Every access SQLite 3.40 makes is known (docs/sealed-format.md); any other is refused.
//! Return values are SQLite result codes.
class SealedFile {
public:
    SealedFile(PageSealer& sealer, SealedFindings& findings, sqlite3_file* below);
    virtual ~SealedFile() = default;
    SealedFile(const SealedFile&) = delete;
    SealedFile& operator=(const SealedFile&) = delete;

    virtual int read(std::byte* to, qint64 size, qint64 offset) = 0;
    virtual int write(const std::byte* from, qint64 size, qint64 offset) = 0;
    virtual int truncate(qint64 size) = 0;

    //! Makes `file`, of which the bytes behind the handle are the open file below, an SQLite file that calls `sealed`.
    static void attach(sqlite3_file* file, std::unique_ptr<SealedFile> sealed);
    //! The file below, within a file that SQLite gave us room for.
    static sqlite3_file* belowOf(sqlite3_file* file);
    //! Room that a handle needs in front of the file below.
    [[nodiscard]] static int handleSize();

protected:
    int readBelow(std::byte* to, qint64 size, qint64 offset);
    int writeBelow(const std::byte* from, qint64 size, qint64 offset);
    int truncateBelow(qint64 size);
    int sizeBelow(qint64& size);
    int refuse(int code, const char* what, qint64 size, qint64 offset);
    PageSealer& sealer() { return m_sealer; }
    SealedFindings& findings() { return m_findings; }

private:
    PageSealer& m_sealer;
    SealedFindings& m_findings;
    sqlite3_file* m_below;
};

//! The database file: whole pages, and two reads of the first page's head.
class SealedMain final : public SealedFile {
public:
    using SealedFile::SealedFile;
    ~SealedMain() override;
    int read(std::byte* to, qint64 size, qint64 offset) override;
    int write(const std::byte* from, qint64 size, qint64 offset) override;
    int truncate(qint64 size) override;

private:
    int readPage(std::byte* to, qint64 offset);
    int readHead(std::byte* to, qint64 size, qint64 offset);
    int fillTo(qint64 end);

    std::array<std::byte, pageSize> m_page {};
    qint64 m_knownEnd = 0; //!< the file is at least this long
};

//! The write-ahead log: frame headers are held back until their page comes, then both are sealed and written at once.
class SealedLog final : public SealedFile {
public:
    //! `remembered`: so many plain frames of its own writing are kept in memory for the checkpoint to read. Only for a sole owner, whose
    //! log nobody else writes.
    SealedLog(PageSealer& sealer, SealedFindings& findings, sqlite3_file* below, qint64 remembered);
    ~SealedLog() override;
    int read(std::byte* to, qint64 size, qint64 offset) override;
    int write(const std::byte* from, qint64 size, qint64 offset) override;
    int truncate(qint64 size) override;

private:
    int readHeader(std::byte* to);
    int readWhole(std::byte* to, qint64 offset);
    int readPage(std::byte* to, qint64 offset);
    int readChecksum(std::byte* to, qint64 offset);
    int writeHeader(const std::byte* from, qint64 offset);
    int writePage(const std::byte* from, qint64 offset);
    int loadFrame(qint64 offset);
    int storeFrame(qint64 offset);
    void cutStale(qint64 offset);
    void judgeBadFrame(qint64 offset);
    [[nodiscard]] const std::byte* recall(qint64 offset) const;
    void remember(qint64 offset, const std::byte* page);
    void forget(qint64 offset);
    void forgetAll();

    std::array<std::byte, frameSize> m_frame {};
    std::array<std::byte, frameHeaderSize> m_heldHeader {};
    qint64 m_heldAt = -1; //!< where the held header belongs; -1: none
    qint64 m_wholeAt = -1; //!< the frame just read whole; it still lies open in m_frame
    qint64 m_runEnd = -1; //!< so far there may be frames of the log's present run on disk; -1: not known yet
    bool m_heldMayStand = false; //!< the held header is on disk already, with the frame it found there
    qint64 m_remembered;
    //! Plain pages by frame; made when first needed and then used again, wiped at the end.
    std::vector<std::unique_ptr<std::array<std::byte, pageSize>>> m_memory;
    std::vector<bool> m_inMemory;
};

} // namespace mottaget::store
