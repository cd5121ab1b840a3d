// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/serveranswers.h"

#include <algorithm>

namespace mottaget::fhir {

namespace {

[[nodiscard]] bool hasItem(Element array, QByteArrayView key, QByteArrayView value)
{
    const List<Element> items(array);
    return std::any_of(items.begin(), items.end(), [&](Element item) { return item[key].is(value); });
}

} // namespace

bool OperationOutcome::hasError() const
{
    return hasItem(m_element["issue"], "severity", "error") || hasItem(m_element["issue"], "severity", "fatal");
}

bool RestResource::hasInteraction(QByteArrayView code) const
{
    return hasItem(m_element["interaction"], "code", code);
}

bool RestResource::hasSearchParameter(QByteArrayView name) const
{
    return hasItem(m_element["searchParam"], "name", name);
}

Element CapabilityStatement::server() const
{
    for (const Element rest : List<Element>(m_element["rest"])) {
        if (rest["mode"].is("server"))
            return rest;
    }
    return {};
}

RestResource CapabilityStatement::resource(QByteArrayView type) const
{
    for (const RestResource resource : resources()) {
        if (resource.element()["type"].is(type))
            return resource;
    }
    return {};
}

bool CapabilityStatement::hasSystemInteraction(QByteArrayView code) const
{
    return hasItem(server()["interaction"], "code", code);
}

std::optional<QByteArray> Binary::data() const
{
    const auto decoded = QByteArray::fromBase64Encoding(m_element["data"].utf8(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? std::optional(decoded.decoded) : std::nullopt;
}

} // namespace mottaget::fhir
