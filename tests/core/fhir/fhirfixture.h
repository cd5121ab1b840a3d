// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/document.h"
#include "core/fhir/moment.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <array>

namespace mottaget::fhir::fixture {

using namespace Qt::StringLiterals;

inline QByteArray example(const QString& name)
{
    QFile file(QStringLiteral(MOTTAGET_TEST_DATA "/fhir-r4-examples/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no example of that name");
    return file.readAll();
}

inline QStringList exampleNames()
{
    return QDir(QStringLiteral(MOTTAGET_TEST_DATA "/fhir-r4-examples")).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

inline const char* nameOf(ParseError::Code code)
{
    using Code = ParseError::Code;
    switch (code) {
    case Code::Empty: return "Empty";
    case Code::Html: return "Html";
    case Code::Xml: return "Xml";
    case Code::TooLarge: return "TooLarge";
    case Code::TooDeep: return "TooDeep";
    case Code::TooManyElements: return "TooManyElements";
    case Code::Truncated: return "Truncated";
    case Code::ByteOrderMark: return "ByteOrderMark";
    case Code::BadUtf8: return "BadUtf8";
    case Code::ControlCharacter: return "ControlCharacter";
    case Code::BadEscape: return "BadEscape";
    case Code::BadNumber: return "BadNumber";
    case Code::Syntax: return "Syntax";
    case Code::TrailingContent: return "TrailingContent";
    case Code::DuplicateKey: return "DuplicateKey";
    case Code::WrongType: return "WrongType";
    case Code::BadId: return "BadId";
    }
    return "?";
}

//! `Truncated@12`, or `fine`.
template <typename T>
QByteArray verdict(const Result<T, ParseError>& result)
{
    return result ? QByteArray("fine") : nameOf(result.error().code) + QByteArray("@") + QByteArray::number(result.error().offset);
}

//! Every scalar and every empty container by its path, `/name/0/given/1` -> its source bytes.
inline void collectLeaves(Element element, const QByteArray& path, QMap<QByteArray, QByteArray>& leaves)
{
    if (element.size() == 0)
        leaves.insert(path, element.isObject() ? "{}" : element.isArray() ? "[]" : element.source().toByteArray());
    qsizetype index = 0;
    for (const Element child : element)
        collectLeaves(child, path + '/' + (element.isObject() ? child.key() : QByteArray::number(index++)), leaves);
}

inline QMap<QByteArray, QByteArray> leavesOf(Element root)
{
    QMap<QByteArray, QByteArray> leaves;
    collectLeaves(root, {}, leaves);
    return leaves;
}

inline QByteArray show(const std::optional<Moment>& moment)
{
    static constexpr std::array precisions = {"year", "month", "day", "minute", "second", "millisecond"};
    return moment ? instantText(moment->at) + ' ' + precisions.at(size_t(moment->precision)) : QByteArray("none");
}

} // namespace mottaget::fhir::fixture
