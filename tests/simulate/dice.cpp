// SPDX-License-Identifier: GPL-3.0-or-later
#include "dice.h"

#include <cstdio>

namespace mottaget::simulate {

QString Dice::uuid()
{
    const quint64 high = next();
    const quint64 low = next();
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-4%03x-8%03x-%012llx", static_cast<unsigned>(high >> 32),
        static_cast<unsigned>((high >> 16) & 0xffff), static_cast<unsigned>(high & 0xfff), static_cast<unsigned>((low >> 48) & 0xfff),
        static_cast<unsigned long long>(low & 0xffffffffffffULL));
    return QString::fromLatin1(text);
}

} // namespace mottaget::simulate
