// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! Questionnaire.item; items nest.
class QuestionnaireItem final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString linkId() const { return textAt("linkId"); }
    [[nodiscard]] QString text() const { return textAt("text"); }
    [[nodiscard]] QString type() const { return textAt("type"); }
    [[nodiscard]] List<QuestionnaireItem> items() const { return List<QuestionnaireItem>(m_element["item"]); }
};

//! R4 4.1 Questionnaire: a form, and with it a case type.
class Questionnaire final : public Face<Questionnaire, ResourceType::Questionnaire> {
public:
    using Face::Face;
    [[nodiscard]] QString url() const { return textAt("url"); }
    [[nodiscard]] QString version() const { return textAt("version"); }
    [[nodiscard]] QString name() const { return textAt("name"); }
    [[nodiscard]] QString title() const { return textAt("title"); }
    [[nodiscard]] QString status() const { return textAt("status"); }
    [[nodiscard]] List<Coding> codes() const { return many<Coding>("code"); }
    [[nodiscard]] List<QuestionnaireItem> items() const { return many<QuestionnaireItem>("item"); }
};

class ResponseItem;

//! QuestionnaireResponse.item.answer.
class Answer final : public Datatype {
public:
    using Datatype::Datatype;
    //! value[x]; its key() says which x.
    [[nodiscard]] Element value() const { return m_element.choice("value"); }
    //! The answer as one reads it: text, display or code of a coding, number and date as written, `true` or `false`.
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] List<ResponseItem> items() const;
};

//! QuestionnaireResponse.item; items nest, under an item as under an answer.
class ResponseItem final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString linkId() const { return textAt("linkId"); }
    [[nodiscard]] QString text() const { return textAt("text"); }
    [[nodiscard]] List<Answer> answers() const { return List<Answer>(m_element["answer"]); }
    [[nodiscard]] List<ResponseItem> items() const { return List<ResponseItem>(m_element["item"]); }
};

//! R4 4.2 QuestionnaireResponse: a form as the resident filled it in.
class QuestionnaireResponse final : public Face<QuestionnaireResponse, ResourceType::QuestionnaireResponse> {
public:
    using Face::Face;
    [[nodiscard]] List<Reference> basedOn() const { return many<Reference>("basedOn"); }
    [[nodiscard]] QString questionnaire() const { return textAt("questionnaire"); } //!< canonical, with |version
    [[nodiscard]] QString status() const { return textAt("status"); }
    [[nodiscard]] Reference subject() const { return one<Reference>("subject"); }
    [[nodiscard]] std::optional<Moment> authored() const { return momentAt("authored"); }
    [[nodiscard]] Reference author() const { return one<Reference>("author"); }
    [[nodiscard]] Reference answeredBy() const { return one<Reference>("source"); }
    [[nodiscard]] List<ResponseItem> items() const { return many<ResponseItem>("item"); }
};

} // namespace mottaget::fhir
