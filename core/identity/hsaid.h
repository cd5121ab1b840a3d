// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHashFunctions>
#include <QString>
#include <QStringView>

namespace mottaget::identity {

enum class HsaIdError {
    Empty,
    TooLong, //!< over 32 characters, the limit of the national log
    Form,    //!< not SE, organisation number, hyphen, local part
};

//! The unique id of a person, unit or function in the catalogue HSA: `SE2321000016-1hz5`. The organisation number has
//! ten digits, or twelve with prefix 16. Compared without regard to case; the text stays as it was written.
class HsaId final {
public:
    static constexpr int maximumLength = 32;

    HsaId() = default;

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString& text() const { return m_text; }
    //! Ten digits without the prefix 16: the same organisation in both writings.
    [[nodiscard]] QString organisationNumber() const;

    friend bool operator==(const HsaId& a, const HsaId& b) { return a.m_text.compare(b.m_text, Qt::CaseInsensitive) == 0; }
    friend bool operator<(const HsaId& a, const HsaId& b) { return a.m_text.compare(b.m_text, Qt::CaseInsensitive) < 0; }
    friend size_t qHash(const HsaId& id, size_t seed = 0) { return ::qHash(id.m_text.toUpper(), seed); }

private:
    friend Result<HsaId, HsaIdError> parseHsaId(QStringView text);
    explicit HsaId(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

//! Blanks around it are dropped.
[[nodiscard]] Result<HsaId, HsaIdError> parseHsaId(QStringView text);

} // namespace mottaget::identity
