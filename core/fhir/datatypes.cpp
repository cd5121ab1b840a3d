// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/datatypes.h"

#include "core/fhir/resourcetype.h"

#include <QStringView>

namespace mottaget::fhir {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QStringList textsOf(Element array)
{
    QStringList texts;
    for (const Element item : List<Element>(array)) {
        if (const QString text = item.text(); !text.isEmpty())
            texts << text;
    }
    return texts;
}

[[nodiscard]] bool isTypeName(QStringView name)
{
    return !name.isEmpty() && name.front() >= u'A' && name.front() <= u'Z';
}

} // namespace

bool Coding::is(QByteArrayView system, QByteArrayView code) const
{
    return m_element["code"].is(code) && m_element["system"].is(system);
}

QString CodeableConcept::codeIn(QByteArrayView system) const
{
    for (const Coding coding : codings()) {
        if (coding.element()["system"].is(system))
            return coding.code();
    }
    return {};
}

Target targetOf(QStringView reference)
{
    if (reference.startsWith('#'_L1) || reference.startsWith("urn:"_L1))
        return {};
    if (const qsizetype history = reference.indexOf("/_history/"_L1); history >= 0)
        reference = reference.first(history);
    const qsizetype slash = reference.lastIndexOf(u'/');
    if (slash < 0)
        return {};
    const QStringView id = reference.sliced(slash + 1);
    const QStringView before = reference.first(slash);
    const QStringView type = before.sliced(before.lastIndexOf(u'/') + 1);
    if (!isTypeName(type) || !isId(id))
        return {};
    return {type.toString(), id.toString()};
}

QString Reference::idOf(QStringView type) const
{
    const Target there = target();
    return there.type == type ? there.id : QString();
}

QStringList HumanName::given() const
{
    return textsOf(m_element["given"]);
}

QString HumanName::full() const
{
    if (QString whole = textAt("text"); !whole.isEmpty())
        return whole;
    QStringList words = given();
    if (const QString last = family(); !last.isEmpty())
        words << last;
    return words.join(u' ');
}

QStringList Address::lines() const
{
    return textsOf(m_element["line"]);
}

Extension extensionOf(Element parent, QByteArrayView url)
{
    for (const Extension extension : List<Extension>(parent["extension"])) {
        if (extension.element()["url"].is(url))
            return extension;
    }
    return {};
}

QList<Extension> extensionsOf(Element parent, QByteArrayView url)
{
    QList<Extension> found;
    for (const Extension extension : List<Extension>(parent["extension"])) {
        if (extension.element()["url"].is(url))
            found << extension;
    }
    return found;
}

} // namespace mottaget::fhir
