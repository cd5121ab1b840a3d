// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Systems and extensions of docs/wire.md, as bytes on the wire.
namespace mottaget::sync::wire {

#define MOTTAGET_WIRE "https://mottaget.se/fhir/"
inline constexpr char unit[] = MOTTAGET_WIRE "sid/unit";
inline constexpr char caseNumber[] = MOTTAGET_WIRE "sid/case-number";
inline constexpr char caseType[] = MOTTAGET_WIRE "CodeSystem/case-type";
inline constexpr char casePart[] = MOTTAGET_WIRE "CodeSystem/case-part";
inline constexpr char businessStatus[] = MOTTAGET_WIRE "CodeSystem/business-status";
inline constexpr char caseInput[] = MOTTAGET_WIRE "CodeSystem/case-input";
inline constexpr char caseOutput[] = MOTTAGET_WIRE "CodeSystem/case-output";
inline constexpr char outcome[] = MOTTAGET_WIRE "CodeSystem/outcome";
inline constexpr char journal[] = MOTTAGET_WIRE "CodeSystem/journal";
inline constexpr char messageKind[] = MOTTAGET_WIRE "CodeSystem/message-kind";
inline constexpr char verb[] = MOTTAGET_WIRE "CodeSystem/verb";
inline constexpr char redirectReason[] = MOTTAGET_WIRE "CodeSystem/redirect-reason";
inline constexpr char activity[] = MOTTAGET_WIRE "CodeSystem/activity";
inline constexpr char role[] = MOTTAGET_WIRE "CodeSystem/role";
inline constexpr char openedByLicensed[] = MOTTAGET_WIRE "StructureDefinition/opened-by-licensed";
inline constexpr char medicallyAssessed[] = MOTTAGET_WIRE "StructureDefinition/medically-assessed";
inline constexpr char caseClock[] = MOTTAGET_WIRE "StructureDefinition/case-clock";
inline constexpr char commission[] = MOTTAGET_WIRE "StructureDefinition/commission";
inline constexpr char prescribingRight[] = MOTTAGET_WIRE "StructureDefinition/prescribing-right";
#undef MOTTAGET_WIRE
inline constexpr char hsaId[] = "urn:oid:1.2.752.29.4.19";
inline constexpr char profession[] = "urn:oid:1.2.752.116.3.1.3";
inline constexpr char securityLabel[] = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel";

} // namespace mottaget::sync::wire
