// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/writtentext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::care {

bool isBlank(const QString& text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
}

bool hasPlaceholder(const QString& text)
{
    // XX as a word of its own, but not the chromosomes; brackets, but not [1] and a ticked [x].
    static const QRegularExpression placeholder(
        uR"((?<!46,)\bX{2,}\b(?![- ]?kromosom)|\[(?!\d+\]|[xX]\])[^\[\]\n]{0,80}\]|\{\{[^{}]*\}\}|_{3,})"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return placeholder.match(text).hasMatch();
}

} // namespace mottaget::care
