// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace mottaget::fuzz {

//! What has to hold of every input, in release builds too; libFuzzer and the replay both take the end of the process as a find.
inline void must(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

[[nodiscard]] inline QByteArray inputOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

//! No half of a surrogate pair: such a text comes back changed from every place it is kept or sent in.
[[nodiscard]] inline bool isWhole(const QString& text)
{
    return QString::fromUtf8(text.toUtf8()) == text;
}

} // namespace mottaget::fuzz
