// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mottaget::store {

//! Room on the disk that is taken in good times, to be given back when the disk is full: SQLite needs some even to delete rows, and a
//! reply that somebody has typed must still become durable. A file of zeroes (0600), really allocated. Used on the store thread.
class Ballast final {
public:
    static constexpr qint64 defaultBytes = 16LL * 1024 * 1024;

    explicit Ballast(QString path, qint64 bytes = defaultBytes);

    //! Takes the room unless it is held already. False when the disk has not got it: then nothing is left behind.
    bool hold();
    //! Gives it back; true when there was something to give.
    bool letGo();
    //! The whole file is there.
    [[nodiscard]] bool isHeld() const;

private:
    QString m_path;
    qint64 m_bytes;
};

} // namespace mottaget::store
