// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace mottaget::app {

//! What the program was started with.
struct Options {
    bool demo = false;
    QString data;          //!< empty: the demo folder of the day
    QUrl region;           //!< empty with --demo: own child process
    QString tokenFile;
    QString caBundle;      //!< PEM file of the only authorities that may vouch for the region; empty: the system's
    QString recoveryKey;   //!< PEM file of the region's public key for unsent work; empty: none
    QString screenshots;   //!< folder; the program renders its main screens there and ends
    QString theme;         //!< light, dark, contrast; empty: the desktop's
    QString language;      //!< sv, en; empty: the system's, Swedish otherwise
    QStringList regionArguments; //!< more words for the demo region, after --
};

//! The options, or a text for whoever typed them (also for --help and --version, with `asked` true).
struct OptionsText {
    QString text;
    bool asked = false;
};
[[nodiscard]] Result<Options, OptionsText> parseOptions(const QStringList& arguments);

} // namespace mottaget::app
