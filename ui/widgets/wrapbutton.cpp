// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapbutton.h"

#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

WrapButton::WrapButton(QWidget* parent) : QPushButton(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QString WrapButton::broken(const QString& text)
{
    const auto nearest = [&](QStringView mark) {
        qsizetype best = -1;
        for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (best < 0 || std::abs(2 * at - text.size()) < std::abs(2 * best - text.size()))
                best = at;
        }
        return best;
    };
    const qsizetype comma = nearest(u", ");
    if (comma >= 0)
        return text.first(comma + 1) + u'\n' + text.sliced(comma + 2);
    const qsizetype space = nearest(u" ");
    return space < 0 ? text : text.first(space) + u'\n' + text.sliced(space + 1);
}

QSize WrapButton::sizeOf(const QString& text) const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = text;
    QSize inside = fontMetrics().size(Qt::TextShowMnemonic, text);
    if (!icon().isNull())
        inside = QSize(inside.width() + iconSize().width() + 4, std::max(inside.height(), iconSize().height()));
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, inside, this);
}

int WrapButton::heightForWidth(int width) const
{
    return width < sizeHint().width() ? sizeOf(broken(m_whole)).height() : sizeHint().height();
}

void WrapButton::setWhole(const QString& text)
{
    if (m_whole == text)
        return;
    m_whole = text;
    setAccessibleName(text);
    fit();
    updateGeometry();
}

void WrapButton::fit()
{
    const bool isNarrow = width() < sizeHint().width();
    setText(isNarrow ? broken(m_whole) : m_whole);
}

void WrapButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    fit();
}

} // namespace mottaget::ui
