// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/rawjson.h"

namespace mottaget::demo::rawjson {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

// The end of the value that begins at `at`; containers are counted, not recursed into, so depth costs nothing.
qsizetype endOfValue(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = endOfString(text, at);
            if (depth == 0)
                return at;
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            if (--depth == 0)
                return at + 1;
        } else if (depth == 0 && (c == ',' || isSpace(c))) {
            return at;
        }
        ++at;
    }
    return at;
}

} // namespace

std::vector<Member> members(QByteArrayView object)
{
    std::vector<Member> found;
    qsizetype at = skipSpace(object, 0);
    if (at >= object.size() || object[at] != '{')
        return found;
    at = skipSpace(object, at + 1);
    while (at < object.size() && object[at] == '"') {
        const qsizetype keyEnd = endOfString(object, at);
        const QByteArrayView key = object.sliced(at + 1, keyEnd - at - 2);
        at = skipSpace(object, keyEnd);
        at = skipSpace(object, at + 1); // the colon
        const qsizetype end = endOfValue(object, at);
        found.push_back({key, object.sliced(at, end - at)});
        at = skipSpace(object, end);
        if (at >= object.size() || object[at] != ',')
            break;
        at = skipSpace(object, at + 1);
    }
    return found;
}

std::vector<QByteArrayView> elements(QByteArrayView array)
{
    std::vector<QByteArrayView> found;
    qsizetype at = skipSpace(array, 0);
    if (at >= array.size() || array[at] != '[')
        return found;
    at = skipSpace(array, at + 1);
    while (at < array.size() && array[at] != ']') {
        const qsizetype end = endOfValue(array, at);
        found.push_back(array.sliced(at, end - at));
        at = skipSpace(array, end);
        if (at >= array.size() || array[at] != ',')
            break;
        at = skipSpace(array, at + 1);
    }
    return found;
}

QByteArrayView value(QByteArrayView object, QByteArrayView key)
{
    QByteArrayView found;
    for (const Member& member : members(object)) {
        if (member.key == key)
            found = member.value; // the last one counts, as in QJsonDocument
    }
    return found;
}

QByteArray with(const QByteArray& object, QByteArrayView key, QByteArrayView value)
{
    const std::vector<Member> all = members(object);
    for (const Member& member : all) {
        if (member.key == key) {
            QByteArray changed = object;
            return changed.replace(member.value.data() - object.constData(), member.value.size(), value);
        }
    }
    QByteArray added = ",\"" + key.toByteArray() + "\":" + value.toByteArray();
    if (all.empty())
        return '{' + added.mid(1) + '}';
    const QByteArrayView first = all.front().value;
    QByteArray changed = object;
    return changed.insert(first.data() - object.constData() + first.size(), added);
}

QByteArray without(const QByteArray& object, QByteArrayView key)
{
    QByteArray rest;
    for (const Member& member : members(object)) {
        if (member.key != key)
            rest += (rest.isEmpty() ? "\"" : ",\"") + member.key.toByteArray() + "\":" + member.value.toByteArray();
    }
    return '{' + rest + '}';
}

QByteArray quoted(QByteArrayView utf8)
{
    static const char digits[] = "0123456789abcdef";
    QByteArray text = "\"";
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (c == '\n') {
            text += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            text += "\\u00";
            text += digits[c >> 4];
            text += digits[c & 15];
        } else {
            text += c;
        }
    }
    return text + '"';
}

} // namespace mottaget::demo::rawjson
