// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fhir/datatypes.h"
#include "core/fhir/document.h"
#include "core/fhir/resourcetype.h"

namespace mottaget::fhir {

//! Resource.meta.
class Meta final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString versionId() const { return textAt("versionId"); } //!< opaque; never compare by order
    [[nodiscard]] std::optional<Moment> lastUpdated() const { return momentAt("lastUpdated"); }
    [[nodiscard]] List<Coding> tags() const { return List<Coding>(m_element["tag"]); }
    [[nodiscard]] List<Coding> security() const { return List<Coding>(m_element["security"]); }
    //! The code of the first tag in that system; empty without one.
    [[nodiscard]] QString tagIn(QByteArrayView system) const;
};

//! Any resource: what all types share. A view; lives as long as its Document.
class Resource : public Datatype {
public:
    //! Fails with WrongType when this is no resource and with BadId when its id is none.
    [[nodiscard]] static Result<Resource, ParseError> of(Element element);

    [[nodiscard]] QByteArray typeName() const { return m_element["resourceType"].utf8(); }
    //! Nothing for a type this client does not know.
    [[nodiscard]] std::optional<ResourceType> knownType() const { return resourceTypeNamed(typeName()); }
    [[nodiscard]] QString id() const { return textAt("id"); }
    [[nodiscard]] Meta meta() const { return Meta(m_element["meta"]); }
    [[nodiscard]] Extension extension(QByteArrayView url) const { return extensionOf(m_element, url); }
    //! The exact bytes, as they are stored and sent back.
    [[nodiscard]] QByteArrayView source() const { return m_element.source(); }

protected:
    Resource() = default;
    explicit Resource(Element element) : Datatype(element) {}
    [[nodiscard]] static std::optional<ParseError> refused(Element element, QByteArrayView typeName);

    template <typename T>
    [[nodiscard]] T one(QByteArrayView key) const
    {
        return T(m_element[key]);
    }
    template <typename T>
    [[nodiscard]] List<T> many(QByteArrayView key) const
    {
        return List<T>(m_element[key]);
    }
};

//! A typed face over a resource of one type: `Task::of(element)`. A face says `using Face::Face` and adds its elements.
template <typename Self, ResourceType Type>
class Face : public Resource {
public:
    static constexpr ResourceType type = Type;

    //! Fails with WrongType when `element` is not a resource of this type and with BadId when its id is none.
    [[nodiscard]] static Result<Self, ParseError> of(Element element)
    {
        if (const auto error = refused(element, nameOf(Type)))
            return failed(*error);
        return Self(Checked(), element);
    }

private:
    struct Checked {};

public:
    //! Only `of` can name the first argument, so each face is over a checked resource.
    Face(Checked, Element element) : Resource(element) {}
};

} // namespace mottaget::fhir
