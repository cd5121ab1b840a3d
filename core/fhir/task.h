// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! Task.input and Task.output: a typed value.
class TaskParameter final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] CodeableConcept type() const { return CodeableConcept(m_element["type"]); }
    //! value[x]; its key() says which x.
    [[nodiscard]] Element value() const { return m_element.choice("value"); }
};

//! R4 12.1 Task: a case, or a part of one.
class Task final : public Face<Task, ResourceType::Task> {
public:
    using Face::Face;
    [[nodiscard]] List<Identifier> identifiers() const { return many<Identifier>("identifier"); }
    [[nodiscard]] List<Reference> basedOn() const { return many<Reference>("basedOn"); }
    [[nodiscard]] Identifier groupIdentifier() const { return one<Identifier>("groupIdentifier"); }
    [[nodiscard]] List<Reference> partOf() const { return many<Reference>("partOf"); }
    [[nodiscard]] QString status() const { return textAt("status"); }
    [[nodiscard]] CodeableConcept statusReason() const { return one<CodeableConcept>("statusReason"); }
    [[nodiscard]] CodeableConcept businessStatus() const { return one<CodeableConcept>("businessStatus"); }
    [[nodiscard]] QString intent() const { return textAt("intent"); }
    [[nodiscard]] QString priority() const { return textAt("priority"); }
    [[nodiscard]] CodeableConcept code() const { return one<CodeableConcept>("code"); }
    [[nodiscard]] QString description() const { return textAt("description"); }
    [[nodiscard]] Reference focus() const { return one<Reference>("focus"); }
    [[nodiscard]] Reference forWhom() const { return one<Reference>("for"); }
    [[nodiscard]] std::optional<Moment> authoredOn() const { return momentAt("authoredOn"); }
    [[nodiscard]] std::optional<Moment> lastModified() const { return momentAt("lastModified"); }
    [[nodiscard]] Reference requester() const { return one<Reference>("requester"); }
    [[nodiscard]] Reference owner() const { return one<Reference>("owner"); }
    [[nodiscard]] List<Annotation> notes() const { return many<Annotation>("note"); }
    [[nodiscard]] Period restrictionPeriod() const { return Period(m_element["restriction"]["period"]); }
    [[nodiscard]] List<TaskParameter> inputs() const { return many<TaskParameter>("input"); }
    [[nodiscard]] List<TaskParameter> outputs() const { return many<TaskParameter>("output"); }
};

} // namespace mottaget::fhir
