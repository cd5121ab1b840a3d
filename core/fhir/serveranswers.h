// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

// What a server says about itself and about a request.
namespace mottaget::fhir {

//! OperationOutcome.issue.
class Issue final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString severity() const { return textAt("severity"); } //!< fatal, error, warning, information
    [[nodiscard]] QString code() const { return textAt("code"); }
    [[nodiscard]] CodeableConcept details() const { return CodeableConcept(m_element["details"]); }
    [[nodiscard]] QString diagnostics() const { return textAt("diagnostics"); } //!< may quote patient data: not for logs
};

//! R4 2.38 OperationOutcome.
class OperationOutcome final : public Face<OperationOutcome, ResourceType::OperationOutcome> {
public:
    using Face::Face;
    [[nodiscard]] List<Issue> issues() const { return many<Issue>("issue"); }
    //! Whether an issue says that the request failed.
    [[nodiscard]] bool hasError() const;
};

//! CapabilityStatement.rest.resource.
class RestResource final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString type() const { return textAt("type"); }
    [[nodiscard]] bool hasInteraction(QByteArrayView code) const; //!< read, update, history-type ...
    [[nodiscard]] bool hasSearchParameter(QByteArrayView name) const;
    [[nodiscard]] QString versioning() const { return textAt("versioning"); }
    [[nodiscard]] bool updateCreates() const { return m_element["updateCreate"].boolean().value_or(false); }
};

//! R4 5.2 CapabilityStatement, the answer of /metadata; of its `rest` the server's side.
class CapabilityStatement final : public Face<CapabilityStatement, ResourceType::CapabilityStatement> {
public:
    using Face::Face;
    [[nodiscard]] QString fhirVersion() const { return textAt("fhirVersion"); }
    [[nodiscard]] QString softwareName() const { return m_element["software"]["name"].text(); }
    [[nodiscard]] List<RestResource> resources() const { return List<RestResource>(server()["resource"]); }
    //! Absent when the server does not name that type.
    [[nodiscard]] RestResource resource(QByteArrayView type) const;
    //! transaction, batch, search-system, history-system.
    [[nodiscard]] bool hasSystemInteraction(QByteArrayView code) const;

private:
    [[nodiscard]] Element server() const;
};

//! R4 2.35 Binary: an attachment's content when it comes as JSON.
class Binary final : public Face<Binary, ResourceType::Binary> {
public:
    using Face::Face;
    [[nodiscard]] QString contentType() const { return textAt("contentType"); }
    //! Nothing when the base64 is wrong.
    [[nodiscard]] std::optional<QByteArray> data() const;
};

} // namespace mottaget::fhir
