// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/closedfolder.h"
#include "core/session/setup.h"
#include "core/session/values.h"

#include <QJsonObject>
#include <QString>

//! The one JSON object each call answers with. Names and codes are stable: people script on them.
namespace mottaget::cli {

[[nodiscard]] QJsonObject done();
[[nodiscard]] QJsonObject failure(const QString& code, const QString& text);
//! A sync that did not get through, by the code of its status.
[[nodiscard]] QJsonObject syncFailure(const QString& problem, bool diskNearlyFull);
[[nodiscard]] QJsonObject failure(const session::OpenError& error);
[[nodiscard]] QJsonObject failure(const session::SessionError& error);
[[nodiscard]] QJsonObject failure(const session::RescueError& error);

[[nodiscard]] QJsonObject rowObject(const care::CaseRow& row);
[[nodiscard]] QJsonObject caseObject(const session::OpenCase& open);
[[nodiscard]] QJsonObject queuedObject(const session::QueuedCommand& queued);

//! The same for people: a line or a few.
[[nodiscard]] QString rowLine(const care::CaseRow& row);

} // namespace mottaget::cli
