// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedpage.h"
#include "core/store/storeerror.h"

#include <QList>
#include <QString>

#include <span>

namespace mottaget::store {

enum class NewFile {
    Refused, //!< an empty file has lost its content
    Expected,
};

//! How the write-ahead log was found when it was read back.
enum class LogState {
    Whole,
    TailLost, //!< its last frames are not whole: an unfinished write, or the end was tampered with
    Damaged,  //!< its header, or a frame with good ones after it, is not authentic: commits may be missing
};

//! Decides from the bytes on disk, before SQLite may touch file or log, whether this key opens this file; each reason has its own code.
//! A first page torn by an interrupted checkpoint passes when the log holds an authentic copy of it. Reads only.
[[nodiscard]] StoreResult<void> checkSealedFile(const QString& path, PageSealer& sealer, NewFile newFile);

//! The first of the keys that opens the file; the error of the last when none does. To be asked after a rotation that did not return.
[[nodiscard]] StoreResult<const SealedKey*> keyThatOpens(const QString& path, std::span<const SealedKey* const> keys);

//! What a walk over every page and every live frame of the log found. Numbers count from 1.
struct PageReport {
    qint64 pages = 0;
    qint64 frames = 0;       //!< of the log's current run, up to the last that authenticates
    QList<qint64> badPages;
    QList<qint64> badFrames; //!< a bad frame with good ones after it; a bad tail is an unfinished write
    qint64 strayBytes = 0;   //!< after the last whole page
    [[nodiscard]] bool isSound() const { return badPages.isEmpty() && badFrames.isEmpty() && strayBytes == 0; }
    friend bool operator==(const PageReport&, const PageReport&) = default;
};

//! Walks file and log page by page, without SQLite, so that also a file that no longer opens can be judged. Reads only; an error only
//! when the files can't be read. A page that an unfinished checkpoint tore is not bad when the log holds it.
[[nodiscard]] StoreResult<PageReport> verifySealedFile(const QString& path, PageSealer& sealer);

} // namespace mottaget::store
