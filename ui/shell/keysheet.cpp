// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keysheet.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

KeySheet::KeySheet(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(u"keySheet"_s);
    setAccessibleName(tr("Tangenter"));
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void KeySheet::open(const QList<QAction*>& actions)
{
    delete layout();
    qDeleteAll(findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(24, 16, 24, 20);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    auto* title = new QLabel(tr("Tangenter"), this);
    title->setFont(m_theme.font(Theme::Text::Heading, QFont::DemiBold));
    grid->addWidget(title, 0, 0, 1, 4);
    QList<QPair<QString, QString>> rows {{u"↑ ↓  J K"_s, tr("Flytta i listan")}, {u"Enter"_s, tr("Öppna ärendet")},
        {u"Esc"_s, tr("Tillbaka till listan")}, {u"1 – 6"_s, tr("Gå till en vy")}, {u"Ctrl+Enter"_s, tr("Skicka svaret")},
        {u"Alt+1  2  3"_s, tr("Motfråga, slutsvar, delsvar")}};
    for (const QAction* action : actions) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        if (!key.isEmpty())
            rows.append({key, QString(action->text()).remove(u'&').remove(u"…"_s)});
    }
    const int half = static_cast<int>((rows.size() + 1) / 2);
    for (int at = 0; at < rows.size(); ++at) {
        auto* key = new QLabel(rows[at].first, this);
        key->setFont(m_theme.font(Theme::Text::Body, QFont::DemiBold));
        auto* what = new QLabel(rows[at].second, this);
        what->setFont(m_theme.font(Theme::Text::Body));
        grid->addWidget(key, 1 + at % half, at < half ? 0 : 2);
        grid->addWidget(what, 1 + at % half, at < half ? 1 : 3);
    }
    for (QLabel* label : findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly))
        label->show();
    adjustSize();
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
    show();
    raise();
    setFocus();
}

void KeySheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->text() == "?"_L1) {
        hide();
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

void KeySheet::focusOutEvent(QFocusEvent* event)
{
    hide();
    QFrame::focusOutEvent(event);
}

} // namespace mottaget::ui
