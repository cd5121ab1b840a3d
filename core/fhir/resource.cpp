// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/resource.h"

#include <algorithm>

namespace mottaget::fhir {

namespace {

[[nodiscard]] consteval bool tableFollowsEnum()
{
    for (size_t i = 0; i < resourceTypes.size(); ++i) {
        if (size_t(resourceTypes.at(i).type) != i)
            return false;
    }
    return true;
}
static_assert(tableFollowsEnum());

} // namespace

std::optional<ResourceType> resourceTypeNamed(QByteArrayView name)
{
    const auto* const row = std::ranges::find(resourceTypes, name, &ResourceTypeRow::name);
    return row == resourceTypes.end() ? std::nullopt : std::optional(row->type);
}

bool isId(QStringView text)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    };
    // `.` and `..` are ids by the letter of R4, and steps up in a URL.
    const bool step = text == u"." || text == u"..";
    return !text.isEmpty() && text.size() <= 64 && !step && std::ranges::all_of(text, allowed);
}

QString Meta::tagIn(QByteArrayView system) const
{
    for (const Coding tag : tags()) {
        if (tag.element()["system"].is(system))
            return tag.code();
    }
    return {};
}

std::optional<ParseError> Resource::refused(Element element, QByteArrayView typeName)
{
    const Element type = element["resourceType"];
    if (typeName.isEmpty() ? type.text().isEmpty() : !type.is(typeName))
        return ParseError {ParseError::Code::WrongType, element.offset()};
    if (const Element id = element["id"]; id.isPresent() && !isId(id.text()))
        return ParseError {ParseError::Code::BadId, id.offset()};
    return std::nullopt;
}

Result<Resource, ParseError> Resource::of(Element element)
{
    if (const auto error = refused(element, {}))
        return failed(*error);
    return Resource(element);
}

} // namespace mottaget::fhir
