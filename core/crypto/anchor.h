// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/filekind.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace mottaget::crypto {

//! How far a file had come, kept outside of it. The same is written into the file first; a file that does not hold it is an older one that
//! somebody put back (or one begun anew). What came after the anchor is not covered.
struct Anchor {
    static constexpr qsizetype stampSize = 16;

    FileKind kind = FileKind::Outbox;
    quint64 sequence = 0; //!< grows by one with each anchor of a file
    QByteArray stamp;     //!< random bytes, stampSize of them: no other state of the file has the same
    //! A new one after `sequence`.
    [[nodiscard]] static Anchor after(FileKind kind, quint64 sequence);
    //! A new one after `sequence` that speaks of what the file holds: the same content and number give the same stamp. For the access log,
    //! where the last link of the chain stands for all before it.
    [[nodiscard]] static Anchor over(FileKind kind, quint64 sequence, const QByteArray& content);
    friend bool operator==(const Anchor&, const Anchor&) = default;
};
using Anchors = std::vector<Anchor>;

//! What exists nowhere else and is not written again: an older state of these would repeat or lose what somebody did.
inline constexpr std::array anchoredFiles {FileKind::Outbox, FileKind::Log};

//! One line of ASCII: `mottaget-anchor 1`, kind, sequence, stamp in hex. Parsing takes exactly what printing gives.
[[nodiscard]] QByteArray printAnchor(const Anchor& anchor);
[[nodiscard]] std::optional<Anchor> parseAnchor(const QByteArray& text);

} // namespace mottaget::crypto
