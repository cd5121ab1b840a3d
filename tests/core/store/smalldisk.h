// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace mottaget::store::testing {

//! Gives this process mounts of its own, so that it may have a small disk without being root. Call it first in main(), before any thread
//! is made. False when the system does not allow it.
[[nodiscard]] bool takeOwnMounts();

//! A file or folder that may only be read, whoever asks, for as long as this lives.
class ReadOnlyPlace final {
public:
    explicit ReadOnlyPlace(const QString& path);
    ~ReadOnlyPlace();
    ReadOnlyPlace(const ReadOnlyPlace&) = delete;
    ReadOnlyPlace& operator=(const ReadOnlyPlace&) = delete;
    [[nodiscard]] bool holds() const { return m_holds; }

private:
    QByteArray m_path;
    bool m_holds;
};

//! A disk in memory of so many bytes, with a folder of an ordinary user on it.
class SmallDisk final {
public:
    explicit SmallDisk(qint64 bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_place.path(); }
    //! Fills the disk until so many bytes are free; 0 for none at all.
    [[nodiscard]] bool leaveFree(qint64 bytes);
    //! As when somebody has tidied up.
    void tidy() { QFile::remove(filler()); }
    //! As after an error of the disk, or by the hand of IT.
    [[nodiscard]] bool makeReadOnly(bool isReadOnly);

private:
    [[nodiscard]] QString filler() const { return m_place.filePath(QStringLiteral("filler")); }
    QTemporaryDir m_place;
    bool m_mounted = false;
};

} // namespace mottaget::store::testing
