// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/setup.h"
#include "core/session/values.h"
#include "core/store/stores.h"

#include <QList>

//! How a session comes by its files, and what it can say of them.
namespace mottaget::session {

//! On the store thread: the keys that were given with their anchors, or the demo folder's own. Reads the disk for the latter.
[[nodiscard]] store::StoreResult<store::StoreKeys> keysOf(
    const custody::SharedKeys& given, const crypto::Anchors& anchors, const store::Folder& folder, const QUrl& region);
//! What is to be kept of the open files outside of them.
struct FileStanding {
    crypto::Anchors anchors;
    std::vector<SealedMessages> sealed;
};
//! On the store thread: leaves anchors and reads the keys' use. With `demoRoot`, keeps the anchors there.
[[nodiscard]] FileStanding standingOf(store::Stores& stores, const QString& demoRoot);
[[nodiscard]] OpenError openErrorOf(const store::StoreError& error);
//! What was set aside when these were opened.
[[nodiscard]] QList<FileAside> setAsideBy(const store::Stores& stores);

} // namespace mottaget::session
