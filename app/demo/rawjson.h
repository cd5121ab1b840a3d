// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString> // also brings operator+ of QByteArray

#include <vector>

//! Cuts JSON text without reading it into values, so that every number and unknown element keeps its exact text.
//! The text must already have passed QJsonDocument; on other text the answers are empty.
namespace mottaget::demo::rawjson {

struct Member {
    QByteArrayView key;   //!< without quotes, escapes untouched
    QByteArrayView value; //!< from its first to its last character
};

//! The members of an object in the order of the text.
[[nodiscard]] std::vector<Member> members(QByteArrayView object);
//! The elements of an array.
[[nodiscard]] std::vector<QByteArrayView> elements(QByteArrayView array);
//! The value of one member; empty when it is absent.
[[nodiscard]] QByteArrayView value(QByteArrayView object, QByteArrayView key);
//! The object with one top-level member replaced, or added right after its first member when it is absent.
[[nodiscard]] QByteArray with(const QByteArray& object, QByteArrayView key, QByteArrayView value);
//! The object without one top-level member.
[[nodiscard]] QByteArray without(const QByteArray& object, QByteArrayView key);
//! The text as a JSON string literal.
[[nodiscard]] QByteArray quoted(QByteArrayView utf8);

} // namespace mottaget::demo::rawjson
