// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/case.h"
#include "core/care/caserow.h"
#include "core/care/casetype.h"
#include "core/care/patient.h"
#include "core/care/staff.h"
#include "core/store/stores.h"
#include "core/sync/profile.h"

#include <QDateTime>
#include <QSet>

#include <optional>

namespace mottaget::sync {

//! A case as the files have it: what the server said, and with the own unfinished commands replayed on top.
struct AssembledCase {
    care::Case server;
    care::Case shown;
    std::optional<care::Patient> patient;
    QList<store::StoredCommand> commands; //!< own unfinished ones, oldest first
    QByteArray taskBody;                  //!< the server's Task, byte for byte
    QDateTime fetchedAt;
};

//! Puts server resources and own commands together: the one place where "what you see = what the server said + your commands" is made.
//! Short-lived: made on the store thread for one piece of work, with `now` as its only notion of time.
class Projector final {
public:
    enum class Depth { Row, Full }; //!< Row leaves out what lists don't show: form, renewal lines

    Projector(store::Stores& stores, const QDateTime& now);

    [[nodiscard]] Scope scope() const { return m_scope; }
    //! Who acts, from the directory in the cache; absent until it has been fetched.
    [[nodiscard]] std::optional<care::Actor> actor();
    [[nodiscard]] const care::CaseTypes& types();
    [[nodiscard]] QList<care::StaffMember> staff();
    //! Absent when the case is not here or its Task can't be read.
    [[nodiscard]] std::optional<AssembledCase> assemble(const care::CaseId& id, Depth depth);
    [[nodiscard]] care::CaseRow rowOf(const AssembledCase& assembled);
    [[nodiscard]] QString namedCareContact(const care::PatientId& id);
    //! Computes the rows of these cases anew; inside the caller's transaction.
    store::StoreResult<void> refresh(const QSet<care::CaseId>& ids);

private:
    [[nodiscard]] std::optional<care::Patient> patient(const care::PatientId& id);
    [[nodiscard]] std::optional<AssembledCase> read(const care::CaseId& id, Depth depth);
    void complete(AssembledCase& assembled, bool mayHaveCommands);
    void replay(AssembledCase& assembled);

    store::Stores& m_stores;
    QDateTime m_now;
    Scope m_scope;
    std::optional<care::Actor> m_actor;
    bool m_actorRead = false;
    std::optional<care::CaseTypes> m_types;
};

//! What a command would do has been done already, and the case in the cache shows it: its receipt is here, and a case at least as new.
[[nodiscard]] bool isIncluded(const care::Command& command, store::Stores& stores);

} // namespace mottaget::sync
