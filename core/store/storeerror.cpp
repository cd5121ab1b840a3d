// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storeerror.h"

namespace mottaget::store {

using namespace Qt::StringLiterals;

QLatin1StringView codeOf(StoreError::Code code)
{
    using enum StoreError::Code;
    switch (code) {
    case CannotOpen: return "cannotOpen"_L1;
    case InUse: return "inUse"_L1;
    case NetworkDisk: return "networkDisk"_L1;
    case NewerFile: return "newerFile"_L1;
    case MigrationFailed: return "migrationFailed"_L1;
    case Corrupt: return "corrupt"_L1;
    case DiskFull: return "diskFull"_L1;
    case NotWritable: return "notWritable"_L1;
    case OutOfMemory: return "outOfMemory"_L1;
    case StatementFailed: return "statementFailed"_L1;
    case NotSetAside: return "notSetAside"_L1;
    case IoFailed: return "ioFailed"_L1;
    case NotSealed: return "notSealed"_L1;
    case SealingBroken: return "sealingBroken"_L1;
    case WrongKey: return "wrongKey"_L1;
    case OtherFile: return "otherFile"_L1;
    case PlainFile: return "plainFile"_L1;
    case UnknownFormat: return "unknownFormat"_L1;
    case ForeignLayout: return "foreignLayout"_L1;
    case RefusedFile: return "refusedFile"_L1;
    case OlderState: return "olderState"_L1;
    case Damaged: return "damaged"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::store
