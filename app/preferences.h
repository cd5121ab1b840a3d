// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/caserowdelegate.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace mottaget::app {

//! What a person has set up of the window's look. Holds nothing of patients.
struct Preferences {
    std::optional<ui::ThemeKind> theme; //!< none: the desktop's
    ui::Density density = ui::Density::Normal;
    QByteArray geometry; //!< of QWidget::saveGeometry; empty: the window's own
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

//! The words used in the file and on the command line: light, dark, contrast.
[[nodiscard]] std::optional<ui::ThemeKind> themeOf(const QString& word);

//! Reads the file; what is missing or not understood is as new. Any thread, before the window is shown.
[[nodiscard]] Preferences readPreferences(const QString& path);
//! Writes the file whole or not at all. Any thread but the GUI's; false when the disk refuses, which costs nothing but the wish.
bool writePreferences(const QString& path, const Preferences& preferences);

} // namespace mottaget::app
