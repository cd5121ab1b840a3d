// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/jsontext.h"

#include <QChar>

#include <array>

namespace mottaget::fhir {

namespace {

[[nodiscard]] int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

//! The four digits from `at`, or -1.
[[nodiscard]] int fourHex(QByteArrayView text, qsizetype at)
{
    if (at + 4 > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

[[nodiscard]] char plainEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0; // a char has no enumerators: all other bytes are no escapes
    }
}

//! The code point of `\uXXXX` or of a pair of them at `at`, which stands on the backslash; `at` moves past it. -1: wrong.
[[nodiscard]] int unicodeEscape(QByteArrayView text, qsizetype& at)
{
    const int unit = fourHex(text, at + 2);
    if (unit <= 0 || QChar::isLowSurrogate(char32_t(unit)))
        return -1;
    at += 6;
    if (!QChar::isHighSurrogate(char32_t(unit)))
        return unit;
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    const int low = fourHex(text, at + 2);
    if (low < 0 || !QChar::isLowSurrogate(char32_t(low)))
        return -1;
    at += 6;
    return int(QChar::surrogateToUcs4(char16_t(unit), char16_t(low)));
}

void appendUtf8(QByteArray& out, int point)
{
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xC0 | (point >> 6));
        out += char(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += char(0xE0 | (point >> 12));
        out += char(0x80 | ((point >> 6) & 0x3F));
        out += char(0x80 | (point & 0x3F));
    } else {
        out += char(0xF0 | (point >> 18));
        out += char(0x80 | ((point >> 12) & 0x3F));
        out += char(0x80 | ((point >> 6) & 0x3F));
        out += char(0x80 | (point & 0x3F));
    }
}

[[nodiscard]] qsizetype digitsFrom(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

//! Length of the well-formed sequence at `at`, or 0.
[[nodiscard]] qsizetype sequenceAt(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < text.size() ? int(uchar(text[i])) : 0; };
    const auto follows = [&](qsizetype i, int low = 0x80, int high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
    const int lead = byte(at);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = follows(at + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
        return second && follows(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = follows(at + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
        return second && follows(at + 2) && follows(at + 3) ? 4 : 0;
    }
    return 0;
}

} // namespace

qsizetype badEscapeIn(QByteArrayView inside)
{
    for (qsizetype i = inside.indexOf('\\'); i >= 0 && i < inside.size(); i = inside.indexOf('\\', i)) {
        const char kind = i + 1 < inside.size() ? inside[i + 1] : '\0';
        if (kind != 'u') {
            if (plainEscape(kind) == 0)
                return i;
            i += 2;
        } else if (const qsizetype at = i; unicodeEscape(inside, i) < 0) {
            return at;
        }
    }
    return fine;
}

QByteArray unescaped(QByteArrayView inside)
{
    QByteArray out;
    out.reserve(inside.size());
    for (qsizetype i = 0; i < inside.size();) {
        if (inside[i] != '\\') {
            out += inside[i++];
        } else if (inside[i + 1] != 'u') {
            out += plainEscape(inside[i + 1]);
            i += 2;
        } else {
            appendUtf8(out, unicodeEscape(inside, i));
        }
    }
    return out;
}

QByteArray escaped(QByteArrayView utf8)
{
    static constexpr std::array hex = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    QByteArray out;
    out.reserve(utf8.size() + 2);
    for (const char c : utf8) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (uchar(c) < 0x20) {
                out += "\\u00";
                out += hex.at(uchar(c) >> 4);
                out += hex.at(uchar(c) & 0xF);
            } else {
                out += c;
            }
        }
    }
    return out;
}

bool isNumber(QByteArrayView text)
{
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const qsizetype whole = digitsFrom(text, at);
    if (whole == at || (text[at] == '0' && whole > at + 1))
        return false;
    at = whole;
    if (at < text.size() && text[at] == '.') {
        const qsizetype fraction = digitsFrom(text, at + 1);
        if (fraction == at + 1)
            return false;
        at = fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const qsizetype exponent = digitsFrom(text, at);
        if (exponent == at)
            return false;
        at = exponent;
    }
    return at == text.size();
}

qsizetype badUtf8In(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = sequenceAt(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return fine;
}

} // namespace mottaget::fhir
