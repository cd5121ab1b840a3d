// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/document.h"

#include "core/fhir/tapebuilder.h"

namespace mottaget::fhir {

Document::Document(std::unique_ptr<const Tape> tape) : m_tape(std::move(tape)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document, ParseError> Document::parse(QByteArrayView bytes, const Limits& limits)
{
    return buildTape(bytes, limits).map([](Tape&& tape) { return Document(std::make_unique<const Tape>(std::move(tape))); });
}

Element Document::root() const
{
    return {*m_tape, m_tape->nodes.front()};
}

QByteArrayView Document::source() const
{
    return m_tape->view(0, quint32(m_tape->size));
}

qsizetype Document::elementCount() const
{
    return qsizetype(m_tape->nodes.size());
}

} // namespace mottaget::fhir
