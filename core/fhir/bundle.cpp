// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/bundle.h"

namespace mottaget::fhir {

int EntryResponse::statusCode() const
{
    const QByteArray status = m_element["status"].utf8();
    bool ok = false;
    const int code = status.first(std::min<qsizetype>(3, status.size())).toInt(&ok);
    return ok && code >= 100 && code <= 599 && (status.size() == 3 || status[3] == ' ') ? code : 0;
}

QString Bundle::linkTo(QByteArrayView relation) const
{
    for (const Link link : links()) {
        if (link.element()["relation"].is(relation))
            return link.url();
    }
    return {};
}

} // namespace mottaget::fhir
