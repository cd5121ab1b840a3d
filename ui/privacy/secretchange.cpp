// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/secretchange.h"

#include "ui/privacy/custodytext.h"

#include <QStackedWidget>

#include <utility>

namespace mottaget::ui {

using session::CustodyStatus;

SecretChange::SecretChange(session::Custody& custody, const Theme& theme, const Clock& clock, QStackedWidget& pages)
    : m_custody(custody)
    , m_theme(theme)
    , m_clock(clock)
    , m_pages(pages)
{
    connect(&m_custody, &session::Custody::statusChanged, this, &SecretChange::onStatus);
    connect(&m_pages, &QStackedWidget::currentChanged, this, &SecretChange::onPage);
}

void SecretChange::open()
{
    if (!m_pane) {
        m_pane = new UnlockPane(m_custody, m_theme, m_clock);
        connect(m_pane, &UnlockPane::backRequested, this, &SecretChange::closed);
        connect(m_pane, &UnlockPane::unlocked, this, [this] {
            Q_EMIT closed();
            Q_EMIT told(doneSentence());
        });
        m_pages.addWidget(m_pane);
    }
    m_pages.setCurrentWidget(m_pane);
    m_pane->placeFocus();
}

QString SecretChange::doneSentence()
{
    return tr("PIN-koden eller lösenfrasen är bytt.");
}

void SecretChange::onStatus()
{
    const CustodyStatus& status = m_custody.status();
    const bool changed = std::exchange(m_changes, status.work == CustodyStatus::Work::Changing);
    if (m_pane || !changed || m_changes || status.phase != CustodyStatus::Phase::Unlocked)
        return;
    const bool isDone = !status.wasWrong && status.trouble == CustodyStatus::Trouble::None;
    Q_EMIT told(isDone ? doneSentence() : CustodyText::problem(status, m_clock.now()));
}

void SecretChange::onPage()
{
    if (!m_pane || m_pages.currentWidget() == m_pane)
        return;
    // Nothing that was typed stays behind another page.
    UnlockPane* const left = std::exchange(m_pane, nullptr);
    m_pages.removeWidget(left);
    left->hide();
    left->deleteLater();
}

} // namespace mottaget::ui
