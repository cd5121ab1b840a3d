// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/element.h"

#include "core/fhir/jsontext.h"
#include "core/fhir/tape.h"

#include <algorithm>
#include <cstring>

namespace mottaget::fhir {

namespace {

[[nodiscard]] bool hasKey(const Tape& tape, const Node& node, QByteArrayView key)
{
    if ((node.keyLength & Node::escapedBit) != 0)
        return unescaped(tape.keySource(node)) == key;
    return qsizetype(node.keyLength) == key.size() && std::memcmp(tape.buffer.constData() + node.key, key.data(), node.keyLength) == 0;
}

} // namespace

char Element::first() const
{
    return m_node == nullptr ? '\0' : m_tape->buffer.constData()[m_node->begin];
}

Element::Kind Element::kind() const
{
    switch (first()) {
    case '\0': return Kind::Absent;
    case '{': return Kind::Object;
    case '[': return Kind::Array;
    case '"': return Kind::String;
    case 't':
    case 'f': return Kind::Bool;
    case 'n': return Kind::Null;
    default: return Kind::Number; // a char has no enumerators; the parser let nothing else through
    }
}

Element::Iterator& Element::Iterator::operator++()
{
    m_node = m_tape->nodes.data() + m_node->next;
    return *this;
}

Element::Iterator Element::begin() const
{
    if (!isObject() && !isArray())
        return {};
    return {m_tape, m_node + 1};
}

Element::Iterator Element::end() const
{
    if (!isObject() && !isArray())
        return {};
    return {m_tape, m_tape->nodes.data() + m_node->next};
}

Element Element::operator[](QByteArrayView key) const
{
    if (first() != '{')
        return {};
    const Node* const base = m_tape->nodes.data();
    const Node* const last = base + m_node->next;
    for (const Node* member = m_node + 1; member != last; member = base + member->next) {
        if (hasKey(*m_tape, *member, key))
            return {*m_tape, *member};
    }
    return {};
}

Element Element::at(qsizetype index) const
{
    if (first() != '[' || index < 0)
        return {};
    for (const Element item : *this) {
        if (index-- == 0)
            return item;
    }
    return {};
}

qsizetype Element::size() const
{
    return std::distance(begin(), end());
}

QByteArray Element::key() const
{
    if (m_node == nullptr)
        return {};
    const QByteArrayView written = m_tape->keySource(*m_node);
    return (m_node->keyLength & Node::escapedBit) != 0 ? unescaped(written) : written.toByteArray();
}

Element Element::choice(QByteArrayView name) const
{
    if (!isObject())
        return {};
    for (const Element member : *this) {
        const QByteArrayView written = m_tape->keySource(*member.m_node);
        if (written.size() > name.size() && written.startsWith(name) && written[name.size()] >= 'A' && written[name.size()] <= 'Z')
            return member;
    }
    return {};
}

QString Element::text() const
{
    if (first() != '"')
        return {};
    const QByteArrayView inside = m_tape->view(m_node->begin + 1, m_node->end - 1);
    if (std::memchr(inside.data(), '\\', size_t(inside.size())) != nullptr)
        return QString::fromUtf8(unescaped(inside));
    return QString::fromUtf8(inside);
}

QByteArray Element::utf8() const
{
    if (first() != '"')
        return {};
    const QByteArrayView inside = m_tape->view(m_node->begin + 1, m_node->end - 1);
    return inside.contains('\\') ? unescaped(inside) : inside.toByteArray();
}

bool Element::is(QByteArrayView utf8) const
{
    if (first() != '"')
        return false;
    const QByteArrayView inside = m_tape->view(m_node->begin + 1, m_node->end - 1);
    return inside == utf8 ? !inside.contains('\\') : inside.contains('\\') && unescaped(inside) == utf8;
}

std::optional<bool> Element::boolean() const
{
    if (first() == 't')
        return true;
    if (first() == 'f')
        return false;
    return std::nullopt;
}

QByteArrayView Element::number() const
{
    return kind() == Kind::Number ? source() : QByteArrayView();
}

std::optional<qint64> Element::integer() const
{
    bool ok = false;
    const qint64 value = number().toByteArray().toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

QByteArrayView Element::source() const
{
    return m_node == nullptr ? QByteArrayView() : m_tape->source(*m_node);
}

QByteArrayView Element::keySource() const
{
    return m_node == nullptr ? QByteArrayView() : m_tape->keySource(*m_node);
}

qsizetype Element::keyOffset() const
{
    // A name has at least its quote before it and an object before that, so 0 is free to mean none.
    return m_node == nullptr ? -1 : qsizetype(m_node->key) - 1;
}

qsizetype Element::offset() const
{
    return m_node == nullptr ? -1 : qsizetype(m_node->begin);
}

} // namespace mottaget::fhir
