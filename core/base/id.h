// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <utility>

namespace mottaget {

//! An identifier that can't be mistaken for another kind: `using CaseId = Id<struct CaseTag>`.
//! Holds the text as the wire has it; equality is by that text. Empty means "none" and is only for default construction.
template <typename Tag>
class Id final {
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id& a, const Id& b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id& a, const Id& b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

//! A random version 4 UUID in FHIR's form: 36 characters, lower case, no braces.
[[nodiscard]] QString newUuid();

//! The version 5 UUID of `name` in Mottaget's own namespace: the same name gives the same id on every machine.
[[nodiscard]] QString namedUuid(const QString& name);

template <typename Tag>
[[nodiscard]] Id<Tag> newId()
{
    return Id<Tag>(newUuid());
}

} // namespace mottaget
