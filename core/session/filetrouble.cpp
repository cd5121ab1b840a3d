// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/filetrouble.h"

namespace mottaget::session {

using namespace Qt::StringLiterals;

FileTrouble troubleOf(const store::StoreError& error)
{
    using enum store::StoreError::Code;
    switch (error.code) {
    case Damaged: return FileTrouble::Damaged;
    case Corrupt: return FileTrouble::Corrupt;
    case WrongKey: return FileTrouble::WrongKey;
    case OtherFile: return FileTrouble::OtherFile;
    case PlainFile: return FileTrouble::PlainFile;
    case UnknownFormat: return FileTrouble::UnknownFormat;
    case ForeignLayout: return FileTrouble::ForeignLayout;
    case OlderState: return FileTrouble::OlderState;
    case NewerFile: return FileTrouble::NewerFile;
    case CannotOpen:
    case InUse:
    case NetworkDisk:
    case MigrationFailed:
    case DiskFull:
    case NotWritable:
    case OutOfMemory:
    case StatementFailed:
    case NotSetAside:
    case IoFailed:
    case NotSealed:
    case SealingBroken:
    case RefusedFile: return FileTrouble::Unreadable;
    }
    Q_UNREACHABLE();
}

QLatin1StringView codeOf(FileTrouble trouble)
{
    switch (trouble) {
    case FileTrouble::Damaged: return "damaged"_L1;
    case FileTrouble::DamagedLog: return "damagedLog"_L1;
    case FileTrouble::Corrupt: return "corrupt"_L1;
    case FileTrouble::WrongKey: return "wrongKey"_L1;
    case FileTrouble::OtherFile: return "otherFile"_L1;
    case FileTrouble::PlainFile: return "plainFile"_L1;
    case FileTrouble::UnknownFormat: return "unknownFormat"_L1;
    case FileTrouble::ForeignLayout: return "foreignLayout"_L1;
    case FileTrouble::OlderState: return "olderState"_L1;
    case FileTrouble::Gone: return "gone"_L1;
    case FileTrouble::NewerFile: return "newerFile"_L1;
    case FileTrouble::Unreadable: return "unreadable"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::session
