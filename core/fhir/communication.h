// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! Communication.payload: one of the three is present.
class Payload final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString contentString() const { return textAt("contentString"); }
    [[nodiscard]] Attachment contentAttachment() const { return Attachment(m_element["contentAttachment"]); }
    [[nodiscard]] Reference contentReference() const { return Reference(m_element["contentReference"]); }
};

//! R4 12.9 Communication: a message of a thread.
class Communication final : public Face<Communication, ResourceType::Communication> {
public:
    using Face::Face;
    [[nodiscard]] List<Identifier> identifiers() const { return many<Identifier>("identifier"); }
    [[nodiscard]] List<Reference> basedOn() const { return many<Reference>("basedOn"); }
    [[nodiscard]] List<Reference> partOf() const { return many<Reference>("partOf"); }
    [[nodiscard]] List<Reference> inResponseTo() const { return many<Reference>("inResponseTo"); }
    [[nodiscard]] QString status() const { return textAt("status"); }
    [[nodiscard]] List<CodeableConcept> categories() const { return many<CodeableConcept>("category"); }
    [[nodiscard]] Reference subject() const { return one<Reference>("subject"); }
    [[nodiscard]] CodeableConcept topic() const { return one<CodeableConcept>("topic"); }
    [[nodiscard]] std::optional<Moment> sent() const { return momentAt("sent"); }
    [[nodiscard]] std::optional<Moment> received() const { return momentAt("received"); }
    [[nodiscard]] List<Reference> recipients() const { return many<Reference>("recipient"); }
    [[nodiscard]] Reference sender() const { return one<Reference>("sender"); }
    [[nodiscard]] List<Payload> payloads() const { return many<Payload>("payload"); }
    [[nodiscard]] List<Annotation> notes() const { return many<Annotation>("note"); }
};

} // namespace mottaget::fhir
