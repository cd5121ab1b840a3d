// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/resource.h"

namespace mottaget::fhir {

//! Bundle.link.
class Link final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString relation() const { return textAt("relation"); }
    [[nodiscard]] QString url() const { return textAt("url"); } //!< verbatim
};

//! Bundle.entry.request.
class EntryRequest final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString method() const { return textAt("method"); }
    [[nodiscard]] QString url() const { return textAt("url"); }
    [[nodiscard]] QString ifMatch() const { return textAt("ifMatch"); }
};

//! Bundle.entry.response: what became of one entry of a transaction, or how a history entry came about.
class EntryResponse final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString status() const { return textAt("status"); }
    //! The number at the start of status, `201 Created`; 0 when there is none.
    [[nodiscard]] int statusCode() const;
    [[nodiscard]] QString location() const { return textAt("location"); }
    [[nodiscard]] QString etag() const { return textAt("etag"); }
    [[nodiscard]] std::optional<Moment> lastModified() const { return momentAt("lastModified"); }
    [[nodiscard]] Element outcome() const { return m_element["outcome"]; }
};

//! Bundle.entry.
class BundleEntry final : public Datatype {
public:
    using Datatype::Datatype;
    [[nodiscard]] QString fullUrl() const { return textAt("fullUrl"); }
    //! Of any type; make a face of it, or a Resource.
    [[nodiscard]] Element resource() const { return m_element["resource"]; }
    [[nodiscard]] EntryRequest request() const { return EntryRequest(m_element["request"]); }
    [[nodiscard]] EntryResponse response() const { return EntryResponse(m_element["response"]); }
    [[nodiscard]] QString searchMode() const { return m_element["search"]["mode"].text(); } //!< match, include, outcome
};

//! R4 2.36: a page of a search or history, a transaction or its response.
class Bundle final : public Face<Bundle, ResourceType::Bundle> {
public:
    using Face::Face;
    [[nodiscard]] QString bundleType() const { return textAt("type"); }
    [[nodiscard]] std::optional<qint64> total() const { return m_element["total"].integer(); }
    [[nodiscard]] List<Link> links() const { return many<Link>("link"); }
    //! The next page's URL, to be asked for verbatim: it is opaque. Empty on the last page.
    [[nodiscard]] QString next() const { return linkTo("next"); }
    //! The URL of the first link of that relation.
    [[nodiscard]] QString linkTo(QByteArrayView relation) const;
    [[nodiscard]] List<BundleEntry> entries() const { return many<BundleEntry>("entry"); }
};

} // namespace mottaget::fhir
