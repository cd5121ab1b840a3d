// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace mottaget {

//! Draws the unlock pane in its states and themes to PNG files in `place`; only those whose name begins with `prefix`.
void drawUnlockPane(const QDir& place, const QString& prefix);

} // namespace mottaget
