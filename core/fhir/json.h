// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/element.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringView>

#include <initializer_list>

namespace mottaget::fhir {

//! A JSON value being written: compact, members in the order they were given, so that the same steps give the same bytes.
//! A regular value; holds nothing but its bytes. A name given twice is a bug.
class Json final {
public:
    [[nodiscard]] static Json text(QStringView text);
    [[nodiscard]] static Json boolean(bool value);
    [[nodiscard]] static Json integer(qint64 value);
    //! A number as text, so that 0.10 is written 0.10. Anything but a JSON number is a bug.
    [[nodiscard]] static Json number(QByteArrayView text);
    //! UTC with milliseconds.
    [[nodiscard]] static Json instant(const QDateTime& at);
    //! The exact bytes of a value that was read; it must be present.
    [[nodiscard]] static Json verbatim(Element element);
    [[nodiscard]] static Json object();
    [[nodiscard]] static Json array(std::initializer_list<Json> items = {});

    //! This object with one member more, at the end.
    [[nodiscard]] Json with(QByteArrayView key, const Json& value) const;
    [[nodiscard]] Json with(QByteArrayView key, QStringView text) const;
    //! The same, but FHIR has no empty values: an empty text, object or array adds nothing.
    [[nodiscard]] Json withUnlessEmpty(QByteArrayView key, const Json& value) const;
    [[nodiscard]] Json withUnlessEmpty(QByteArrayView key, QStringView text) const;
    //! This array with one item more.
    [[nodiscard]] Json plus(const Json& item) const;

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    //! `""`, `{}` or `[]`.
    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const Json&, const Json&) = default;

private:
    explicit Json(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] Json extendedBy(const QByteArray& bytes) const;

    QByteArray m_bytes;
};

} // namespace mottaget::fhir
