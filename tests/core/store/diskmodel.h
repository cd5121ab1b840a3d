// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>

#include <functional>

namespace mottaget::store::testing {

enum class DiskOp {
    Open,
    Read,
    Write,
    Sync,
    Truncate,
};

//! A VFS below the sealed one that fails on demand and remembers what a power cut could undo. It writes through to real files, so that
//! everything else sees them. One at a time; registered under name() while it lives.
class DiskModel final {
public:
    enum class Place {
        ByName,    //!< for who asks for name()
        Everybody, //!< also for who asks for no VFS by name: the whole product stands on it
    };
    explicit DiskModel(Place place = Place::ByName);
    ~DiskModel();
    DiskModel(const DiskModel&) = delete;
    DiskModel& operator=(const DiskModel&) = delete;
    [[nodiscard]] static const char* name() { return "test-disk-model"; }

    //! From now on the nth operation of that kind (from 1) fails, and with `forEver` every one after it.
    void failNth(DiskOp op, int nth, bool forEver);
    void heal() { m_failing = false; }
    //! Whether the armed fault was met.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    //! As a disk on which this person's quota is used up: from now on every write fails, and the system says EDQUOT.
    void useUpQuota(bool isUsedUp) { m_overQuota = isUsedUp; }

    //! From now on files count as safely on disk as they are when they are opened; each write is remembered until it is synced.
    void beginRecording();
    //! What a power cut now could leave of the file whose name ends so: unsynced sectors dropped, torn, or written out of order.
    [[nodiscard]] QByteArray afterPowerCut(const QByteArray& nameEnd, int sector, QRandomGenerator& random) const;
    //! Called after each write, sync and truncation.
    std::function<void()> afterChange;

private:
    friend struct DiskCalls;
    struct Change {
        bool truncation = false;
        qint64 offset = 0;
        QByteArray bytes;
    };
    struct Recorded {
        QByteArray safe;
        QList<Change> unsynced;
    };
    bool fails(DiskOp op);
    void opened(const QByteArray& path);
    void changed(const QByteArray& path, Change change);
    void synced(const QByteArray& path);
    static void apply(QByteArray& content, const Change& change);

    bool m_failing = false;
    bool m_hasFailed = false;
    bool m_forEver = false;
    bool m_overQuota = false;
    DiskOp m_op = DiskOp::Open;
    int m_left = 0;
    bool m_recording = false;
    QMap<QByteArray, Recorded> m_files;
};

} // namespace mottaget::store::testing
