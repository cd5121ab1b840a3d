// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/json.h"

#include <QList>
#include <QString>

// What the client writes, as values without meaning of their own; the meaning is given in core/sync by docs/wire.md.
// Elements are written in the order of R4's definitions, and what is empty is left out.
namespace mottaget::fhir {

struct CodingDraft {
    QString system;
    QString code;
    QString display;
    [[nodiscard]] Json json() const;
    //! A CodeableConcept of this coding alone, and a text.
    [[nodiscard]] Json conceptJson(QStringView text = {}) const;
    friend bool operator==(const CodingDraft&, const CodingDraft&) = default;
};

struct ReferenceDraft {
    QString reference; //!< `Patient/id`
    QString display;
    [[nodiscard]] Json json() const;
    friend bool operator==(const ReferenceDraft&, const ReferenceDraft&) = default;
};

//! Meta with tags.
[[nodiscard]] Json metaJson(const QList<CodingDraft>& tags);
//! `valueKey` such as "valueString".
[[nodiscard]] Json extensionJson(QStringView url, QByteArrayView valueKey, const Json& value);
[[nodiscard]] Json annotationJson(const ReferenceDraft& author, const QDateTime& time, QStringView text);
[[nodiscard]] Json identifierJson(QStringView system, QStringView value);
//! Task.input or Task.output.
[[nodiscard]] Json taskParameterJson(const CodingDraft& type, QByteArrayView valueKey, const Json& value);

struct CommunicationDraft {
    QString id;
    QList<CodingDraft> tags;
    QList<ReferenceDraft> basedOn;
    QList<ReferenceDraft> inResponseTo;
    QString status;
    CodingDraft category;
    ReferenceDraft subject;
    QDateTime sent;
    QList<ReferenceDraft> recipients;
    ReferenceDraft sender;
    QString text;
    [[nodiscard]] Json json() const;
    friend bool operator==(const CommunicationDraft&, const CommunicationDraft&) = default;
};

struct ProvenanceDraft {
    QString id;
    QList<CodingDraft> tags;
    QList<Json> extensions;
    QList<ReferenceDraft> targets;
    QDateTime recorded;
    CodingDraft activity;
    ReferenceDraft agent;
    ReferenceDraft onBehalfOf;
    [[nodiscard]] Json json() const;
    friend bool operator==(const ProvenanceDraft&, const ProvenanceDraft&) = default;
};

} // namespace mottaget::fhir
