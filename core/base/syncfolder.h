// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mottaget {

//! Presses the folder that `path` lies in to the disk. A new or changed name survives a power cut only after that: syncing the file, as
//! QSaveFile does, is not enough (fsync(2)). Blocks; any thread but the GUI's. False when the system refuses.
[[nodiscard]] bool syncFolderOf(const QString& path);

} // namespace mottaget
