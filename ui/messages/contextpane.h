// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/messages/contexttext.h"

#include <QScrollArea>

#include <array>

class QVBoxLayout;

namespace mottaget::ui {

//! What stands beside a case: care contact, deadlines and why, more about the patient, own actions and where they stand. GUI thread.
class ContextPane final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextPane)

public:
    static constexpr int paneWidth = 292;

    ContextPane(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void show(const ContextText& text);
    [[nodiscard]] const ContextText& text() const { return m_text; }

Q_SIGNALS:
    void undoRequested(const mottaget::care::CommandId& command);
    void retryRequested(const mottaget::care::CommandId& command);
    void choiceMade(const mottaget::session::Choice& choice);

private:
    //! In the order they stand in.
    enum Part { CareContact, Clocks, OtherCases, Booking, Journal, Commands, Fetched, partCount };

    [[nodiscard]] QList<Part> changed(const ContextText& text) const;
    void renew(Part part);
    [[nodiscard]] QWidget* make(Part part);
    [[nodiscard]] QWidget* makeSection(
        const QString& title, const QString& name, const QString& text = {}, TextLabel::Tone tone = TextLabel::Tone::Plain);
    void addText(
        QWidget* section, const QString& text, TextLabel::Tone tone = TextLabel::Tone::Plain, Theme::Text size = Theme::Text::Body);
    void addClock(QWidget* section, const ContextLine& line);
    [[nodiscard]] QWidget* makeOtherCases();
    void addCommand(QWidget* section, const ContextCommand& command, bool isNewest);

    const Theme& m_theme;
    const Clock& m_clock;
    ContextText m_text;
    QWidget* m_content;
    QVBoxLayout* m_column;
    std::array<QWidget*, partCount> m_parts {}; //!< none while there is nothing to say
};

} // namespace mottaget::ui
