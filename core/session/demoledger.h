// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/anchor.h"

#include <QString>

//! The anchors of a demo folder, in a file of the folder (0600): they go the same way as a region's and protect nothing. Blocks on the disk.
namespace mottaget::session {

[[nodiscard]] crypto::Anchors demoAnchors(const QString& root);
bool keepDemoAnchors(const QString& root, const crypto::Anchors& anchors);

} // namespace mottaget::session
