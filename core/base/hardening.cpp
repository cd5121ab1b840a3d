// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace mottaget {

bool harden()
{
    umask(S_IRWXG | S_IRWXO);
    const rlimit none {0, 0};
    const bool noCore = setrlimit(RLIMIT_CORE, &none) == 0;
    const bool notDumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    return noCore && notDumpable;
}

} // namespace mottaget
