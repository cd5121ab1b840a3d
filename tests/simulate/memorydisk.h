// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dice.h"

#include <sqlite3.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mottaget::simulate {

//! The disk of one simulated machine: a VFS of SQLite that keeps files in memory, fails on demand, and knows what a kill or a power
//! cut leaves of them. Registered under name() while it lives.
class MemoryDisk final {
public:
    struct Change {
        std::size_t offset = 0;
        std::size_t sizeBefore = 0;
        std::string before; //!< what was overwritten
        std::string after;
        bool isTruncation = false;
    };
    struct File {
        std::string content;
        std::vector<Change> unsynced; //!< oldest first
    };
    using Files = std::map<std::string, std::shared_ptr<File>>;

    explicit MemoryDisk(const std::string& name);
    ~MemoryDisk();
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;
    [[nodiscard]] const char* name() const { return m_name.c_str(); }

    //! What is on the disk now, as copies: what a killed process leaves.
    [[nodiscard]] Files afterKill() const;
    //! What a power cut leaves: of what was never synced some is there, some not, in any order, some torn.
    [[nodiscard]] Files afterPowerCut(Dice& dice) const;
    void install(Files files) { m_files = std::move(files); }

    //! The next writes succeed, then `failures` in a row fail, with a sync in between or not.
    void failAfter(int writes, int failures);
    void heal() { m_failures = 0; }
    [[nodiscard]] int failed() const { return m_failed; }
    //! Remembers what is on the disk just before the nth write or sync from now: the process died there. `dice` given: of a power cut.
    void dieAt(int nth, Dice* dice);
    //! What was remembered, if it came so far.
    [[nodiscard]] std::optional<Files> takeDeath();
    bool rememberUnsynced = false;

private:
    friend struct MemoryCalls;
    bool fails();
    void passDeath();

    std::string m_name;
    sqlite3_vfs m_vfs {};
    Files m_files;
    int m_writesLeft = 0;
    int m_failures = 0;
    int m_failed = 0;
    int m_deathIn = 0;
    Dice* m_deathDice = nullptr;
    std::optional<Files> m_death;
};

} // namespace mottaget::simulate
