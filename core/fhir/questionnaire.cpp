// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/questionnaire.h"

namespace mottaget::fhir {

namespace {

[[nodiscard]] QString firstText(Element value, std::initializer_list<QByteArrayView> keys)
{
    for (const QByteArrayView key : keys) {
        if (QString text = value[key].text(); !text.isEmpty())
            return text;
    }
    return {};
}

//! 12.50 kg, as written.
[[nodiscard]] QString quantityText(Element value)
{
    const QString number = QString::fromLatin1(value["value"].number());
    const QString unit = firstText(value, {"unit", "code"});
    return unit.isEmpty() ? number : number + u' ' + unit;
}

} // namespace

QString Answer::valueText() const
{
    const Element answer = value();
    switch (answer.kind()) {
    case Element::Kind::String: return answer.text();
    case Element::Kind::Number:
    case Element::Kind::Bool: return QString::fromLatin1(answer.source());
    case Element::Kind::Object:
        return answer["value"].number().isEmpty() ? firstText(answer, {"display", "code", "title", "url", "reference"})
                                                  : quantityText(answer);
    case Element::Kind::Absent:
    case Element::Kind::Null:
    case Element::Kind::Array: return {};
    }
    Q_UNREACHABLE();
}

List<ResponseItem> Answer::items() const
{
    return List<ResponseItem>(m_element["item"]);
}

} // namespace mottaget::fhir
