// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/resources.h"

#include "app/demo/demoids.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mottaget::demo::fhir {

QString own(const QString& path)
{
    return u"https://mottaget.se/fhir/"_s + path;
}

QJsonObject coding(const QString& system, const QString& code)
{
    return {{u"system"_s, system}, {u"code"_s, code}};
}

QJsonObject codeable(const QString& system, const QString& code, const QString& text)
{
    QJsonObject made {{u"coding"_s, QJsonArray {coding(system, code)}}};
    if (!text.isEmpty())
        made.insert(u"text"_s, text);
    return made;
}

QJsonObject identifier(const QString& system, const QString& value)
{
    return {{u"system"_s, system}, {u"value"_s, value}};
}

QJsonObject hsaIdentifier(const QString& hsaId)
{
    return identifier(u"urn:oid:1.2.752.29.4.19"_s, hsaId);
}

QJsonObject reference(const QString& to, const QString& display)
{
    QJsonObject made {{u"reference"_s, to}};
    if (!display.isEmpty())
        made.insert(u"display"_s, display);
    return made;
}

QJsonObject unitMeta()
{
    return {{u"tag"_s, QJsonArray {coding(own(u"sid/unit"_s), unitHsaId)}}};
}

QJsonObject resource(const QString& type, const QString& id, bool ofUnit)
{
    QJsonObject made {{u"resourceType"_s, type}, {u"id"_s, id}};
    if (ofUnit)
        made.insert(u"meta"_s, unitMeta());
    return made;
}

QString instant(qint64 msecs)
{
    return QString::fromLatin1(instantText(msecs));
}

QString unitName()
{
    return u"Björkens hälsocentral"_s;
}

Write write(const QJsonObject& resource)
{
    // QJsonObject sorts its members; servers put these first, and people read them first.
    const QByteArray type = resource.value("resourceType"_L1).toString().toUtf8();
    const QByteArray id = resource.value("id"_L1).toString().toUtf8();
    QJsonObject rest = resource;
    rest.remove("resourceType"_L1);
    rest.remove("id"_L1);
    rest.remove("meta"_L1); // written from `resource` on commit
    const QByteArray json =
        "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"meta\":{}," + QJsonDocument(rest).toJson(QJsonDocument::Compact).mid(1);
    return {type, id, json, resource, false};
}

} // namespace mottaget::demo::fhir
