// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

using namespace mottaget::ui;
using namespace Qt::StringLiterals;

namespace {

//! Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor& color)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double brighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

constexpr std::pair<const char*, ThemeKind> kinds[] = {
    {"light", ThemeKind::Light}, {"dark", ThemeKind::Dark}, {"high contrast", ThemeKind::HighContrast}};

} // namespace

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresContrast()
    {
        QCOMPARE(qRound(contrast(Qt::white, Qt::black)), 21);
        QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5); // the best known grey that is too faint
        QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    }

    void everyTextStandsOut_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const auto& [name, kind] : kinds) {
            const Tokens t = tokensOf(kind);
            const std::pair<const char*, QColor> grounds[] = {
                {"background", t.background}, {"surface", t.surface}, {"raised", t.raised}, {"selection", t.selection}};
            const std::pair<const char*, QColor> inks[] = {{"text", t.text}, {"muted", t.muted}, {"accent", t.accent}};
            for (const auto& [inkName, ink] : inks) {
                for (const auto& [groundName, ground] : grounds)
                    QTest::addRow("%s: %s on %s", name, inkName, groundName) << ink << ground;
            }
            const std::tuple<const char*, QColor, QColor> pairs[] = {{"accent on its tint", t.accent, t.accentSoft},
                {"text on the accent's tint", t.text, t.accentSoft}, {"muted on the accent's tint", t.muted, t.accentSoft},
                {"text on the accent", t.onAccent, t.accent}, {"danger", t.danger, t.dangerSoft},
                {"danger on surface", t.danger, t.surface}, {"warning", t.warning, t.warningSoft}, {"success", t.success, t.successSoft},
                {"info", t.info, t.infoSoft}, {"note", t.note, t.noteSoft}, {"text on a note", t.text, t.noteSoft},
                {"the undo bar", t.surface, t.text}};
            for (const auto& [what, ink, ground] : pairs)
                QTest::addRow("%s: %s", name, what) << ink << ground;
        }
    }
    void everyTextStandsOut()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(contrast(ink, ground))));
    }

    void edgesOfHighContrastAreSeen()
    {
        const Tokens t = tokensOf(ThemeKind::HighContrast);
        QVERIFY(contrast(t.line, t.background) >= 4.5);
        QVERIFY(contrast(t.text, t.background) > 20);
    }

    void paletteIsReadable_data()
    {
        QTest::addColumn<QPalette::ColorRole>("ink");
        QTest::addColumn<QPalette::ColorRole>("ground");
        QTest::newRow("window") << QPalette::WindowText << QPalette::Window;
        QTest::newRow("base") << QPalette::Text << QPalette::Base;
        QTest::newRow("button") << QPalette::ButtonText << QPalette::Button;
        QTest::newRow("placeholder") << QPalette::PlaceholderText << QPalette::Base;
        QTest::newRow("highlight") << QPalette::HighlightedText << QPalette::Highlight;
        QTest::newRow("tool tip") << QPalette::ToolTipText << QPalette::ToolTipBase;
        QTest::newRow("link") << QPalette::Link << QPalette::Base;
    }
    void paletteIsReadable()
    {
        QFETCH(QPalette::ColorRole, ink);
        QFETCH(QPalette::ColorRole, ground);
        for (const auto& [name, kind] : kinds) {
            const QPalette palette = Theme(kind).palette();
            for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                QVERIFY2(contrast(palette.color(group, ink), palette.color(group, ground)) >= 4.5, name);
        }
    }

    void everyNameInASheetIsKnown()
    {
        for (const auto& [name, kind] : kinds) {
            Theme theme(kind);
            QVERIFY2(!theme.styleSheet().contains(QRegularExpression(u"\\{[a-zA-Z]+\\}"_s)), name);
        }
        QCOMPARE(Theme(ThemeKind::Light).filled(u"a { color: {text}; }"), u"a { color: #13201f; }"_s);
    }

    void sizesFollowTheApplicationsFont()
    {
        const QFont before = QGuiApplication::font();
        const Theme theme(ThemeKind::Light);
        QFont font = before;
        font.setPixelSize(13);
        QGuiApplication::setFont(font);
        QCOMPARE(theme.font(Theme::Text::Body).pixelSize(), 13);
        QCOMPARE(theme.font(Theme::Text::Small).pixelSize(), 12);
        QCOMPARE(theme.font(Theme::Text::Title).pixelSize(), 20);
        font.setPixelSize(26);
        QGuiApplication::setFont(font);
        QCOMPARE(theme.font(Theme::Text::Body).pixelSize(), 26);
        QCOMPARE(theme.font(Theme::Text::Small).pixelSize(), 24);
        QCOMPARE(theme.font(Theme::Text::Title).pixelSize(), 40);
        QGuiApplication::setFont(before);
    }

    void tellsWhenItChanges()
    {
        Theme theme(ThemeKind::Light);
        int times = 0;
        connect(&theme, &Theme::changed, this, [&] { ++times; });
        theme.setKind(ThemeKind::Light);
        QCOMPARE(times, 0);
        theme.setKind(ThemeKind::Dark);
        QCOMPARE(times, 1);
        QCOMPARE(theme.tokens().surface, tokensOf(ThemeKind::Dark).surface);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
