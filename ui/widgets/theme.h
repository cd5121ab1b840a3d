// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace mottaget::ui {

enum class ThemeKind { Light, Dark, HighContrast };

//! The colours of one theme by meaning. Every text colour stands at 4.5:1 or better on the surfaces it is used on (tested).
struct Tokens {
    QColor background, surface, raised, line, text, muted, selection;
    QColor accent, accentSoft, onAccent;
    QColor danger, dangerSoft, warning, warningSoft, success, successSoft, info, infoSoft, note, noteSoft;
};

[[nodiscard]] Tokens tokensOf(ThemeKind kind);

//! The look in force. Owned by the composition, handed to widgets by reference; widgets repaint on changed(). GUI thread.
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    //! Four sizes of one family, relative to the application's font: larger text on the desktop makes all of it larger.
    enum class Text { Small, Body, Heading, Title };

    explicit Theme(ThemeKind kind, QObject* parent = nullptr);
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }
    [[nodiscard]] QFont font(Text size, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QPalette palette() const;
    //! Style sheet for the standard widgets, made of the tokens.
    [[nodiscard]] QString styleSheet() const;
    //! A style sheet with the names of tokens in braces, {surface}, replaced by the theme's colours.
    [[nodiscard]] QString filled(QStringView styleSheet) const;
    void setKind(ThemeKind kind);

Q_SIGNALS:
    void changed();

private:
    ThemeKind m_kind;
    Tokens m_tokens;
};

} // namespace mottaget::ui
