// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QUuid>

namespace mottaget {

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString namedUuid(const QString& name)
{
    static const QUuid ownNamespace = QUuid::createUuidV5(QUuid(), QStringLiteral("https://mottaget.se"));
    return QUuid::createUuidV5(ownNamespace, name).toString(QUuid::WithoutBraces);
}

} // namespace mottaget
