// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/contexttext.h"

#include <QScrollArea>

class QVBoxLayout;

namespace mottaget::ui {

//! What stands beside a case: care contact, deadlines and why, more about the patient, own actions and where they stand. GUI thread.
class ContextPane final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextPane)

public:
    static constexpr int paneWidth = 292;

    explicit ContextPane(const Theme& theme, QWidget* parent = nullptr);

    void show(const ContextText& text);
    [[nodiscard]] const ContextText& text() const { return m_text; }

Q_SIGNALS:
    void undoRequested(const mottaget::care::CommandId& command);
    void retryRequested(const mottaget::care::CommandId& command);

private:
    void build();
    QVBoxLayout* addSection(const QString& title, const QString& name);
    void addText(
        QVBoxLayout* section, const QString& text, TextLabel::Tone tone = TextLabel::Tone::Plain, Theme::Text size = Theme::Text::Body);
    void addClock(QVBoxLayout* section, const ContextLine& line);
    void addOtherCases();
    void addCommand(QVBoxLayout* section, const ContextCommand& command, bool isNewest);

    const Theme& m_theme;
    ContextText m_text;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
};

} // namespace mottaget::ui
