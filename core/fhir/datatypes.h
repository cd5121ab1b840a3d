// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/list.h"
#include "core/fhir/moment.h"

#include <QStringList>

#include <optional>

// The data types of FHIR R4 (2.24) as views over an Element: what is absent reads as empty. Each lives as long as its
// Document.
namespace mottaget::fhir {

//! What all complex types share.
class Datatype {
public:
    Datatype() = default;
    explicit Datatype(Element element) : m_element(element) {}
    [[nodiscard]] Element element() const { return m_element; }
    [[nodiscard]] bool isPresent() const { return m_element.isPresent(); }

protected:
    [[nodiscard]] QString textAt(QByteArrayView key) const { return m_element[key].text(); }
    [[nodiscard]] std::optional<Moment> momentAt(QByteArrayView key) const { return momentOf(m_element[key]); }
    [[nodiscard]] static std::optional<Moment> momentOf(Element element)
    {
        return element.isPresent() ? parseMoment(element.utf8()) : std::nullopt;
    }

    Element m_element; // shared with the types below: a view has nothing to guard
};

class Coding final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString system() const { return textAt("system"); }
    [[nodiscard]] QString code() const { return textAt("code"); }
    [[nodiscard]] QString display() const { return textAt("display"); }
    [[nodiscard]] bool is(QByteArrayView system, QByteArrayView code) const;
};

class CodeableConcept final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] List<Coding> codings() const { return List<Coding>(m_element["coding"]); }
    [[nodiscard]] QString text() const { return textAt("text"); }
    //! The code in that system; empty when the concept has none there.
    [[nodiscard]] QString codeIn(QByteArrayView system) const;
};

class Period final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] std::optional<Moment> start() const { return momentAt("start"); }
    [[nodiscard]] std::optional<Moment> end() const { return momentAt("end"); }
};

class Identifier final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString use() const { return textAt("use"); }
    [[nodiscard]] CodeableConcept type() const { return CodeableConcept(m_element["type"]); }
    [[nodiscard]] QString system() const { return textAt("system"); }
    [[nodiscard]] QString value() const { return textAt("value"); }
};

//! Where a literal reference points: `Patient/1`, `https://region/fhir/Patient/1/_history/2`. Both empty for `#contained`,
//! `urn:uuid:` and what is no reference to a resource.
struct Target {
    QString type;
    QString id;
    friend bool operator==(const Target&, const Target&) = default;
};
[[nodiscard]] Target targetOf(QStringView reference);

class Reference final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString reference() const { return textAt("reference"); }
    [[nodiscard]] Target target() const { return targetOf(reference()); }
    //! The id when it points to that type; empty otherwise.
    [[nodiscard]] QString idOf(QStringView type) const;
    [[nodiscard]] QString display() const { return textAt("display"); }
    [[nodiscard]] Identifier identifier() const { return Identifier(m_element["identifier"]); }
};

class HumanName final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString use() const { return textAt("use"); }
    [[nodiscard]] QString family() const { return textAt("family"); }
    [[nodiscard]] QStringList given() const;
    //! `text` when it is there, else given names and family name.
    [[nodiscard]] QString full() const;
};

class ContactPoint final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString system() const { return textAt("system"); } //!< phone, email, sms ...
    [[nodiscard]] QString value() const { return textAt("value"); }
    [[nodiscard]] QString use() const { return textAt("use"); }
};

class Address final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString postalCode() const { return textAt("postalCode"); }
    [[nodiscard]] QString city() const { return textAt("city"); }
};

class Annotation final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] Reference author() const { return Reference(m_element["authorReference"]); }
    [[nodiscard]] QString authorText() const { return textAt("authorString"); }
    [[nodiscard]] std::optional<Moment> time() const { return momentAt("time"); }
    [[nodiscard]] QString text() const { return textAt("text"); }
};

class Attachment final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString contentType() const { return textAt("contentType"); }
    [[nodiscard]] QString url() const { return textAt("url"); }
    [[nodiscard]] QString title() const { return textAt("title"); }
    [[nodiscard]] std::optional<qint64> size() const { return m_element["size"].integer(); }
};

class Extension final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString url() const { return textAt("url"); }
    [[nodiscard]] Element value() const { return m_element.choice("value"); }
    [[nodiscard]] std::optional<Moment> momentValue() const { return momentOf(value()); }
};

//! The first extension of that url on this element; an absent one when there is none.
[[nodiscard]] Extension extensionOf(Element parent, QByteArrayView url);
//! All extensions of that url, in order.
[[nodiscard]] QList<Extension> extensionsOf(Element parent, QByteArrayView url);

} // namespace mottaget::fhir
