// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/http.h"
#include "core/sync/page.h"

#include <QStringList>

namespace mottaget::sync {

//! Several searches in one request: what a poll without news costs is one question and not one for each type. Each entry stands for itself
//! (https://hl7.org/fhir/R4/http.html#transaction, "batch"). `searches` are percent-encoded, `Task?_tag=...`.
[[nodiscard]] QByteArray batchOf(const QStringList& searches);

//! The answers in the order of the questions, each as if it had been asked alone. Fails when this is no answer to `count` questions.
[[nodiscard]] Result<QList<net::Reply>, PageProblem> readBatchReply(const net::Reply& reply, qsizetype count);

} // namespace mottaget::sync
