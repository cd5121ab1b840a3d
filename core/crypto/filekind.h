// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <optional>

namespace mottaget::crypto {

//! The sealed files, each with a data key of its own. The first three belong to one person and commission, the log to the device.
//! The numbers are in the format (docs/sealed-format.md) and never change.
enum class FileKind : quint8 {
    Cache = 1,
    Journal = 2,
    Outbox = 3,
    Log = 4,
};

inline constexpr std::array personFiles {FileKind::Cache, FileKind::Journal, FileKind::Outbox};
inline constexpr std::array deviceFiles {FileKind::Log};

//! What can be fetched again from the server needs no recovery; what exists here alone does.
[[nodiscard]] constexpr bool isIrreplaceable(FileKind kind)
{
    return kind != FileKind::Cache;
}

//! The word that stands in key records and in what is authenticated: cache, journal, outbox, log.
[[nodiscard]] QByteArrayView codeOf(FileKind kind);
[[nodiscard]] std::optional<FileKind> fileKindOf(QByteArrayView code);

} // namespace mottaget::crypto
