// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fhir/parseerror.h"

#include <QByteArrayView>

#include <memory>
#include <span>

namespace mottaget::fhir {

//! The places where a token begins: every bracket, colon and comma outside strings, every opening quote, every first byte
//! of a literal. Private to this room.
class Structure final {
public:
    //! `size` bytes from `padded`, which has `padding` readable bytes after them.
    [[nodiscard]] static Result<Structure, ParseError> find(const char* padded, qsizetype size);
    static const qsizetype padding;

    Structure(Structure&&) noexcept;
    Structure& operator=(Structure&&) noexcept;
    ~Structure();

    [[nodiscard]] std::span<const quint32> places() const;

private:
    struct Engine;
    explicit Structure(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> m_engine;
};

} // namespace mottaget::fhir
