// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/care/apply.h"
#include "core/care/command.h"
#include "core/care/staff.h"

namespace mottaget::care {

//! On whose cases a role allows a verb. Each value includes the ones before it.
enum class Scope { Nothing, OwnCases, OwnAndUnassigned, AllOfUnit };

//! What a profession may do with a verb. Administrative: the verb is open, medical content is not; the text is never judged here.
enum class Content { Anything, Administrative, Nothing };

//! One row of the permission matrix.
struct PermissionRule {
    Verb verb = Verb::Start;
    Scope receiver = Scope::Nothing;
    Scope handler = Scope::Nothing;
    friend bool operator==(const PermissionRule&, const PermissionRule&) = default;
};

[[nodiscard]] PermissionRule permissionRule(Verb verb);
[[nodiscard]] Content contentFor(Verb verb, Profession profession);

//! True when `actor` in this very commission owns the case.
[[nodiscard]] bool isOwn(const Case& value, const Actor& actor);

//! The first half of `permitted`: unit, roles and profession, whoever owns the case.
[[nodiscard]] Result<void, Refusal> permittedAtAll(Verb verb, const Case& value, const Actor& actor);

} // namespace mottaget::care
