// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! Provenance.agent.
class ProvenanceAgent final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] CodeableConcept type() const { return CodeableConcept(m_element["type"]); }
    [[nodiscard]] Reference who() const { return Reference(m_element["who"]); }
    [[nodiscard]] Reference onBehalfOf() const { return Reference(m_element["onBehalfOf"]); }
};

//! R4 6.3 Provenance: the receipt of a command.
class Provenance final : public Face<Provenance, ResourceType::Provenance> {
public:
    using Face::Face;
    [[nodiscard]] List<Reference> targets() const { return many<Reference>("target"); }
    [[nodiscard]] std::optional<Moment> recorded() const { return momentAt("recorded"); }
    [[nodiscard]] CodeableConcept activity() const { return one<CodeableConcept>("activity"); }
    [[nodiscard]] List<CodeableConcept> reasons() const { return many<CodeableConcept>("reason"); }
    [[nodiscard]] List<ProvenanceAgent> agents() const { return many<ProvenanceAgent>("agent"); }
};

} // namespace mottaget::fhir
