// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/json.h"

#include "core/fhir/document.h"
#include "core/fhir/jsontext.h"
#include "core/fhir/moment.h"

namespace mottaget::fhir {

Json Json::text(QStringView text)
{
    return Json(QByteArray('"' + escaped(text.toUtf8()) + '"'));
}

Json Json::boolean(bool value)
{
    return Json(value ? "true" : "false");
}

Json Json::integer(qint64 value)
{
    return Json(QByteArray::number(value));
}

Json Json::number(QByteArrayView text)
{
    Q_ASSERT(isNumber(text));
    return Json(text.toByteArray());
}

Json Json::instant(const QDateTime& at)
{
    Q_ASSERT(at.isValid());
    return Json(QByteArray('"' + instantText(at) + '"'));
}

Json Json::verbatim(Element element)
{
    Q_ASSERT(element.isPresent());
    return Json(element.source().toByteArray());
}

Json Json::object()
{
    return Json("{}");
}

Json Json::array(std::initializer_list<Json> items)
{
    Json json("[]");
    for (const Json& item : items)
        json = json.plus(item);
    return json;
}

Json Json::with(QByteArrayView key, const Json& value) const
{
    Q_ASSERT(m_bytes.startsWith('{'));
    Q_ASSERT(!Document::parse(m_bytes).value().root()[key].isPresent());
    return extendedBy('"' + escaped(key) + "\":" + value.m_bytes);
}

Json Json::with(QByteArrayView key, QStringView text) const
{
    return with(key, Json::text(text));
}

Json Json::withUnlessEmpty(QByteArrayView key, const Json& value) const
{
    return value.isEmpty() ? *this : with(key, value);
}

Json Json::withUnlessEmpty(QByteArrayView key, QStringView text) const
{
    return text.isEmpty() ? *this : with(key, text);
}

Json Json::plus(const Json& item) const
{
    Q_ASSERT(m_bytes.startsWith('['));
    return extendedBy(item.m_bytes);
}

bool Json::isEmpty() const
{
    return m_bytes == "\"\"" || m_bytes == "{}" || m_bytes == "[]";
}

// Values taken verbatim may hold white space, so an empty one is seen by what stands between the brackets.
Json Json::extendedBy(const QByteArray& bytes) const
{
    const QByteArrayView open = QByteArrayView(m_bytes).chopped(1);
    const QByteArrayView separator = open.trimmed().size() == 1 ? "" : ",";
    QByteArray extended;
    extended.reserve(m_bytes.size() + bytes.size() + 1);
    extended.append(open).append(separator).append(bytes).append(m_bytes.back());
    return Json(extended);
}

} // namespace mottaget::fhir
