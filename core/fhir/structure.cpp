// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/structure.h"

#include "core/fhir/jsontext.h"

#include <simdjson.h>

namespace mottaget::fhir {

namespace {

using Code = ParseError::Code;

//! Whether the text was cut inside the character that begins at `at`.
[[nodiscard]] bool isCutCharacter(QByteArrayView text, qsizetype at)
{
    const QByteArrayView rest = text.sliced(at);
    if (rest.size() > 3 || uchar(rest.front()) < 0xC2)
        return false;
    for (const char c : rest.sliced(1)) {
        if ((uchar(c) & 0xC0) != 0x80)
            return false;
    }
    const qsizetype wanted = uchar(rest.front()) < 0xE0 ? 2 : uchar(rest.front()) < 0xF0 ? 3 : 4;
    return rest.size() < wanted;
}

[[nodiscard]] qsizetype controlCharacterIn(QByteArrayView text)
{
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            inString = !inString;
        else if (inString && text[i] == '\\')
            ++i;
        else if (inString && uchar(text[i]) < 0x20)
            return i;
    }
    return -1;
}

// simdjson says what is wrong but not where; a refused body may be read a second time.
[[nodiscard]] ParseError located(simdjson::error_code error, QByteArrayView text)
{
    const qsizetype bad = badUtf8In(text);
    if (bad != fine && !isCutCharacter(text, bad))
        return {Code::BadUtf8, bad};
    if (error == simdjson::UNESCAPED_CHARS)
        return {Code::ControlCharacter, controlCharacterIn(text)};
    if (error == simdjson::UNCLOSED_STRING || bad != fine)
        return {Code::Truncated, text.size()};
    if (error == simdjson::EMPTY)
        return {Code::Empty, 0};
    return {error == simdjson::CAPACITY || error == simdjson::MEMALLOC ? Code::TooLarge : Code::Syntax, -1};
}

} // namespace

struct Structure::Engine {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
};

const qsizetype Structure::padding = simdjson::SIMDJSON_PADDING;

Structure::Structure(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}
Structure::Structure(Structure&&) noexcept = default;
Structure& Structure::operator=(Structure&&) noexcept = default;
Structure::~Structure() = default;

Result<Structure, ParseError> Structure::find(const char* padded, qsizetype size)
{
    auto engine = std::make_unique<Engine>();
    const auto text = QByteArrayView(padded, size);
    // The depth is counted by the caller; here it would only cost memory.
    const auto made = simdjson::get_active_implementation()->create_dom_parser_implementation(size_t(size), 1, engine->parser);
    if (made != simdjson::SUCCESS)
        return failed(located(made, text));
    const auto error = engine->parser->stage1(reinterpret_cast<const uint8_t*>(padded), size_t(size), simdjson::stage1_mode::regular);
    if (error != simdjson::SUCCESS)
        return failed(located(error, text));
    return Structure(std::move(engine));
}

std::span<const quint32> Structure::places() const
{
    return {m_engine->parser->structural_indexes.get(), m_engine->parser->n_structural_indexes};
}

} // namespace mottaget::fhir
