// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/patient.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace mottaget::care {

QString safeName(const QString& familyName, const QString& givenName)
{
    // The locale is fixed: a machine set to Turkish would otherwise turn i into a dotted capital.
    static const QLocale swedish(QLocale::Swedish, QLocale::Sweden);
    const QString family = swedish.toUpper(familyName.trimmed());
    const QString given = givenName.trimmed();
    if (family.isEmpty())
        return given;
    return given.isEmpty() ? family : family + u", "_s + given;
}

} // namespace mottaget::care
