// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/tapebuilder.h"

#include "core/fhir/jsontext.h"
#include "core/fhir/structure.h"

#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <cstring>
#include <optional>

namespace mottaget::fhir {

namespace {

using Code = ParseError::Code;
using MaybeError = std::optional<ParseError>;

[[nodiscard]] bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

//! What can be said from the first bytes, before any parsing.
[[nodiscard]] MaybeError refusedAtSight(QByteArrayView bytes, const Limits& limits)
{
    if (bytes.size() > std::min<qsizetype>(limits.bytes, 1 << 30))
        return ParseError {Code::TooLarge, -1};
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return ParseError {Code::ByteOrderMark, 0};
    const auto* first = std::find_if_not(bytes.begin(), bytes.end(), isSpace);
    if (first == bytes.end())
        return ParseError {Code::Empty, 0};
    if (*first != '<')
        return std::nullopt;
    const QByteArray opening = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).toByteArray().toLower();
    const bool page = opening.contains("<html") || opening.contains("<!doctype html");
    const bool xml = opening.contains("<?xml") || opening.contains("http://hl7.org/fhir");
    return ParseError {xml && !page ? Code::Xml : Code::Html, first - bytes.begin()};
}

//! The grammar over the places of the tokens. One use, no recursion: depth is a stack of its own.
class TapeBuilder final {
public:
    TapeBuilder(Tape& tape, std::span<const quint32> places, const Limits& limits)
        : m_tape(tape)
        , m_text(tape.buffer.constData())
        , m_places(places)
        , m_limits(limits)
    {
    }

    [[nodiscard]] MaybeError build();

private:
    enum class Expect { Value, ValueOrEnd, Key, KeyOrEnd, CommaOrEnd, Nothing };

    [[nodiscard]] MaybeError takeValue();
    [[nodiscard]] MaybeError takeScalar(Node& node);
    [[nodiscard]] MaybeError takeKey();
    [[nodiscard]] MaybeError takeCommaOrEnd();
    [[nodiscard]] MaybeError close();
    [[nodiscard]] MaybeError checkKeys(quint32 object) const;
    [[nodiscard]] MaybeError checkManyKeys(const QVarLengthArray<const Node*, 64>& members) const;

    [[nodiscard]] quint32 place() const { return m_places[m_at]; }
    [[nodiscard]] char here() const { return m_text[place()]; }
    //! One past the last byte of the token that begins here.
    [[nodiscard]] quint32 tokenEnd() const;
    [[nodiscard]] ParseError wrongToken(Code code, const Node& node) const;
    void afterValue() { m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd; }

    Tape& m_tape;
    const char* m_text;
    std::span<const quint32> m_places;
    const Limits& m_limits;
    size_t m_at = 0;
    Expect m_expect = Expect::Value;
    std::vector<quint32> m_open; // nodes of the containers around this place
    quint32 m_key = 0;
    quint32 m_keyLength = 0;
};

quint32 TapeBuilder::tokenEnd() const
{
    quint32 end = m_at + 1 < m_places.size() ? m_places[m_at + 1] : quint32(m_tape.size);
    while (isSpace(m_text[end - 1]))
        --end;
    return end;
}

// A literal or number that breaks off at the very end of the bytes was cut, and is not bad JSON: strings were seen before.
ParseError TapeBuilder::wrongToken(Code code, const Node& node) const
{
    const QByteArrayView token = m_tape.source(node);
    const auto begins = [&](QByteArrayView literal) { return literal.startsWith(token); };
    const bool last = m_at + 1 == m_places.size() && qsizetype(node.end) == m_tape.size && !m_open.empty();
    const bool cut = begins("true") || begins("false") || begins("null") || isNumber(QByteArray(token.toByteArray() + '0'));
    return last && cut ? ParseError {Code::Truncated, m_tape.size} : ParseError {code, node.begin};
}

MaybeError TapeBuilder::build()
{
    m_tape.nodes.reserve(m_places.size() / 3 + 1);
    for (; m_at < m_places.size(); ++m_at) {
        MaybeError error;
        switch (m_expect) {
        case Expect::Value: error = takeValue(); break;
        case Expect::ValueOrEnd: error = here() == ']' ? close() : takeValue(); break;
        case Expect::Key: error = takeKey(); break;
        case Expect::KeyOrEnd: error = here() == '}' ? close() : takeKey(); break;
        case Expect::CommaOrEnd: error = takeCommaOrEnd(); break;
        case Expect::Nothing: error = ParseError {Code::TrailingContent, place()}; break;
        }
        if (error)
            return error;
    }
    if (m_expect != Expect::Nothing)
        return ParseError {Code::Truncated, m_tape.size};
    return std::nullopt;
}

MaybeError TapeBuilder::takeValue()
{
    const auto index = quint32(m_tape.nodes.size());
    if (qsizetype(index) >= m_limits.elements)
        return ParseError {Code::TooManyElements, place()};
    Node& node = m_tape.nodes.emplace_back(Node {place(), 0, index + 1, m_key, m_keyLength});
    m_key = m_keyLength = 0;
    const bool object = here() == '{';
    if (!object && here() != '[')
        return takeScalar(node);
    if (qsizetype(m_open.size()) >= m_limits.depth)
        return ParseError {Code::TooDeep, place()};
    m_open.push_back(index);
    m_expect = object ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    return std::nullopt;
}

MaybeError TapeBuilder::takeScalar(Node& node)
{
    node.end = tokenEnd();
    const QByteArrayView token = m_tape.source(node);
    const char first = token.front();
    if (first == '"') {
        if (token.size() < 2 || token.back() != '"')
            return ParseError {Code::Syntax, node.begin};
        const QByteArrayView inside = token.sliced(1, token.size() - 2);
        const bool escapes = std::memchr(inside.data(), '\\', size_t(inside.size())) != nullptr;
        if (const qsizetype bad = escapes ? badEscapeIn(inside) : fine; bad != fine)
            return ParseError {Code::BadEscape, node.begin + 1 + bad};
    } else if (first == '-' || (first >= '0' && first <= '9')) {
        if (!isNumber(token))
            return wrongToken(Code::BadNumber, node);
    } else if (token != "true" && token != "false" && token != "null") {
        return wrongToken(Code::Syntax, node);
    }
    afterValue();
    return std::nullopt;
}

MaybeError TapeBuilder::takeKey()
{
    const quint32 begin = place();
    const quint32 end = tokenEnd();
    if (m_text[begin] != '"' || end - begin < 2 || m_text[end - 1] != '"')
        return ParseError {Code::Syntax, begin};
    m_key = begin + 1;
    m_keyLength = end - begin - 2;
    if (std::memchr(m_text + m_key, '\\', m_keyLength) != nullptr) {
        if (const qsizetype bad = badEscapeIn(m_tape.view(m_key, end - 1)); bad != fine)
            return ParseError {Code::BadEscape, m_key + bad};
        m_keyLength |= Node::escapedBit;
    }
    if (++m_at == m_places.size())
        return ParseError {Code::Truncated, m_tape.size};
    if (here() != ':')
        return ParseError {Code::Syntax, place()};
    m_expect = Expect::Value;
    return std::nullopt;
}

MaybeError TapeBuilder::takeCommaOrEnd()
{
    const bool object = m_text[m_tape.nodes[m_open.back()].begin] == '{';
    if (here() == (object ? '}' : ']'))
        return close();
    if (here() != ',')
        return ParseError {Code::Syntax, place()};
    m_expect = object ? Expect::Key : Expect::Value;
    return std::nullopt;
}

MaybeError TapeBuilder::close()
{
    const quint32 index = m_open.back();
    m_open.pop_back();
    Node& node = m_tape.nodes[index];
    node.end = place() + 1;
    node.next = quint32(m_tape.nodes.size());
    afterValue();
    return here() == '}' ? checkKeys(index) : std::nullopt;
}

MaybeError TapeBuilder::checkKeys(quint32 object) const
{
    QVarLengthArray<const Node*, 64> members;
    quint32 escapes = 0;
    const std::vector<Node>& nodes = m_tape.nodes;
    for (quint32 i = object + 1; i < nodes[object].next; i = nodes[i].next) {
        members.append(&nodes[i]);
        escapes |= nodes[i].keyLength & Node::escapedBit;
    }
    if (escapes != 0 || members.size() > 32)
        return checkManyKeys(members);
    for (qsizetype i = 1; i < members.size(); ++i) {
        const Node& later = *members[i];
        for (qsizetype j = 0; j < i; ++j) {
            const Node& earlier = *members[j];
            if (earlier.keyLength == later.keyLength && std::memcmp(m_text + earlier.key, m_text + later.key, later.keyLength) == 0)
                return ParseError {Code::DuplicateKey, later.key - 1};
        }
    }
    return std::nullopt;
}

// Names are compared by what they mean, so `id` and `\u0069d` are the same.
MaybeError TapeBuilder::checkManyKeys(const QVarLengthArray<const Node*, 64>& members) const
{
    QSet<QByteArray> seen;
    seen.reserve(members.size());
    for (const Node* member : members) {
        const QByteArrayView written = m_tape.keySource(*member);
        const bool escapes = (member->keyLength & Node::escapedBit) != 0;
        const qsizetype before = seen.size();
        seen.insert(escapes ? unescaped(written) : QByteArray::fromRawData(written.data(), written.size()));
        if (seen.size() == before)
            return ParseError {Code::DuplicateKey, member->key - 1};
    }
    return std::nullopt;
}

} // namespace

Result<Tape, ParseError> buildTape(QByteArrayView bytes, const Limits& limits)
{
    if (const MaybeError refused = refusedAtSight(bytes, limits))
        return failed(*refused);
    Tape tape;
    tape.size = bytes.size();
    tape.buffer = QByteArray(bytes.size() + Structure::padding, Qt::Uninitialized);
    std::memcpy(tape.buffer.data(), bytes.data(), size_t(bytes.size()));
    std::memset(tape.buffer.data() + bytes.size(), ' ', size_t(Structure::padding));
    const auto structure = Structure::find(tape.buffer.constData(), tape.size);
    if (!structure)
        return failed(structure.error());
    if (const MaybeError error = TapeBuilder(tape, structure->places(), limits).build())
        return failed(*error);
    return tape;
}

} // namespace mottaget::fhir
