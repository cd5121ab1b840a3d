// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedcheck.h"
#include "core/store/sealedfile.h"

#include <QByteArray>

namespace mottaget::store {

//! A virtual file system of SQLite for one sealed database: registered under a name of its own while it lives, with the key held in
//! OpenSSL's contexts alone, wiped when it goes. It opens that database and its log and refuses every other file, also temporary ones,
//! so that what would leak fails instead. The connection must be closed before it goes. Used on the thread of the connection.
class SealedVfs final {
public:
    struct Options {
        NewFile newFile = NewFile::Refused;
        qint64 rememberedFrames = 0;   //!< see SealedLog; only for a sole owner
        const char* below = nullptr;   //!< the VFS that does the disk work; SQLite's own when null
    };
    //! Fails when the self-test of the ciphers fails or the key is malformed; the file is not touched yet.
    [[nodiscard]] static StoreResult<std::unique_ptr<SealedVfs>> create(const QString& path, const SealedKey& key, const Options& options);
    ~SealedVfs();
    SealedVfs(const SealedVfs&) = delete;
    SealedVfs& operator=(const SealedVfs&) = delete;

    //! For `file:...?vfs=` in a connection.
    [[nodiscard]] const QByteArray& name() const { return m_name; }
    //! Whether the connection reaches its file through this VFS. Ask after opening: nothing else shows that pages are sealed.
    [[nodiscard]] bool serves(sqlite3* connection) const;
    //! Why the last access was refused, if it was; asking clears it.
    [[nodiscard]] std::optional<StoreError> takeRefusal();
    [[nodiscard]] LogState logState() const { return m_findings.log; }
    [[nodiscard]] PageSealer& sealer() { return m_sealer; }

private:
    struct Calls; //!< SQLite's side: thin functions over the members
    SealedVfs(PageSealer sealer, const QString& path, const Options& options, sqlite3_vfs* below);
    int open(const char* path, sqlite3_file* file, int flags, int* outFlags);
    int openBelow(const char* path, sqlite3_file* file, int flags, int* outFlags);
    int remove(const char* path, int syncFolder);
    int refuse(StoreError error, int code);

    PageSealer m_sealer;
    SealedFindings m_findings;
    QString m_path;
    Options m_options;
    sqlite3_vfs* m_below;
    QByteArray m_name;
    QByteArray m_fullPath; //!< as SQLite will give it
    sqlite3_vfs m_vfs {};
};

} // namespace mottaget::store
