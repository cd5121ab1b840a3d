// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/filekind.h"

namespace mottaget::crypto {

QByteArrayView codeOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Cache: return "cache";
    case FileKind::Journal: return "journal";
    case FileKind::Outbox: return "outbox";
    case FileKind::Log: return "log";
    }
    Q_UNREACHABLE();
}

std::optional<FileKind> fileKindOf(QByteArrayView code)
{
    for (const FileKind kind : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log}) {
        if (codeOf(kind) == code)
            return kind;
    }
    return std::nullopt;
}

} // namespace mottaget::crypto
