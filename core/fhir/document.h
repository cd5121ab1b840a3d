// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fhir/element.h"
#include "core/fhir/parseerror.h"

#include <QByteArrayView>

#include <memory>

namespace mottaget::fhir {

//! What a body may cost before it is refused.
struct Limits {
    qsizetype bytes = 64 * 1024 * 1024; //!< at most 1 GiB
    qsizetype depth = 100;              //!< objects and arrays inside one another
    qsizetype elements = 1'000'000;     //!< values of every kind, names not counted
    friend bool operator==(const Limits&, const Limits&) = default;
};

//! A JSON text that was read in full and found right: strict UTF-8, RFC 8259 to the letter, no name twice in an object.
//! Owns its bytes; Elements look into it. Numbers of any length are taken, as they are kept as text.
//! Thread: build anywhere, then read from any thread.
class Document final {
public:
    [[nodiscard]] static Result<Document, ParseError> parse(QByteArrayView bytes, const Limits& limits = {});

    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document();

    [[nodiscard]] Element root() const;
    //! The bytes as they came.
    [[nodiscard]] QByteArrayView source() const;
    //! Values in the document.
    [[nodiscard]] qsizetype elementCount() const;

private:
    explicit Document(std::unique_ptr<const Tape> tape);

    std::unique_ptr<const Tape> m_tape;
};

} // namespace mottaget::fhir
