// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace mottaget::fhir {

//! Writes a transaction (R4 3.1.0.11.2) of whole resources in the order given. The same calls give the same bytes, so a
//! repeat is byte-identical; each resource is embedded exactly as it is. Entries have no fullUrl: ids are final, references
//! relative.
class TransactionBuilder final {
public:
    //! A `PUT Type/id`. `resource` must be of that type and id; `ifMatch` is the versionId the change was made on, and
    //! absent for a resource that is created with the client's id.
    TransactionBuilder& put(
        QByteArrayView type, QStringView id, QByteArrayView resource, const std::optional<QString>& ifMatch = std::nullopt);
    //! A `POST Type`; `ifNoneExist` is a search that makes it conditional. For types without a client's id only.
    TransactionBuilder& post(QByteArrayView type, QByteArrayView resource, QStringView ifNoneExist = {});

    [[nodiscard]] qsizetype size() const { return m_size; }
    //! The whole Bundle.
    [[nodiscard]] QByteArray bytes() const;

private:
    TransactionBuilder& add(QByteArrayView resource, QByteArrayView request);

    QByteArray m_entries;
    qsizetype m_size = 0;
};

} // namespace mottaget::fhir
