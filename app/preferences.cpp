// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace mottaget::app {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
struct Word {
    const char* word;
    T value;
};

constexpr std::array themes {Word<ui::ThemeKind> {"light", ui::ThemeKind::Light}, Word<ui::ThemeKind> {"dark", ui::ThemeKind::Dark},
    Word<ui::ThemeKind> {"contrast", ui::ThemeKind::HighContrast}};
constexpr std::array densities {Word<ui::Density> {"compact", ui::Density::Compact}, Word<ui::Density> {"normal", ui::Density::Normal},
    Word<ui::Density> {"roomy", ui::Density::Roomy}};

template <typename Words>
auto valueOf(const Words& words, QByteArrayView word) -> std::optional<decltype(words[0].value)>
{
    for (const auto& one : words) {
        if (word == one.word)
            return one.value;
    }
    return std::nullopt;
}

template <typename Words, typename T>
QByteArray wordOf(const Words& words, T value)
{
    for (const auto& one : words) {
        if (one.value == value)
            return one.word;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<ui::ThemeKind> themeOf(const QString& word)
{
    return valueOf(themes, word.toLatin1());
}

Preferences readPreferences(const QString& path)
{
    Preferences preferences;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return preferences;
    for (const QByteArray& line : file.read(64 * 1024).split('\n')) {
        const qsizetype at = line.indexOf('=');
        const QByteArray name = line.left(at);
        const QByteArray value = line.mid(at + 1);
        if (name == "theme")
            preferences.theme = valueOf(themes, value);
        else if (name == "density")
            preferences.density = valueOf(densities, value).value_or(ui::Density::Normal);
        else if (name == "geometry")
            preferences.geometry = QByteArray::fromBase64(value);
    }
    return preferences;
}

bool writePreferences(const QString& path, const Preferences& preferences)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return false;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray text;
    if (preferences.theme)
        text += "theme=" + wordOf(themes, *preferences.theme) + '\n';
    text += "density=" + wordOf(densities, preferences.density) + '\n';
    text += "geometry=" + preferences.geometry.toBase64() + '\n';
    return file.write(text) == text.size() && file.commit();
}

} // namespace mottaget::app
