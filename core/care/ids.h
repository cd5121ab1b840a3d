// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace mottaget::care {

using CaseId = Id<struct CaseTag>;                 //!< Task id of a case
using PartId = Id<struct PartTag>;                 //!< Task id of a part (renewal line) of a case
using PatientId = Id<struct PatientTag>;           //!< Patient id on the server
using MessageId = Id<struct MessageTag>;           //!< Communication id
using CommandId = Id<struct CommandTag>;           //!< id of a command, and of its receipt on the server
using StaffRoleId = Id<struct StaffRoleTag>;       //!< PractitionerRole id: a person in a commission
using OrganizationId = Id<struct OrganizationTag>; //!< Organization id of a unit
using VersionId = Id<struct VersionTag>;           //!< opaque version of a resource; compare for equality only

} // namespace mottaget::care
