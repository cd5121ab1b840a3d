// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fhir/document.h"
#include "core/fhir/tape.h"

namespace mottaget::fhir {

//! Reads the whole text and indexes it; private to this room. simdjson's first stage finds the structure and checks UTF-8
//! at some gigabytes a second; the grammar is checked here, on the positions it found, because simdjson's own second
//! stage keeps neither positions nor the text of numbers.
[[nodiscard]] Result<Tape, ParseError> buildTape(QByteArrayView bytes, const Limits& limits);

} // namespace mottaget::fhir
