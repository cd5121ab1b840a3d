// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/making.h"

#include "core/base/id.h"
#include "core/care/codes.h"

namespace mottaget::session::work {

using namespace Qt::StringLiterals;

bool writesMessage(care::Verb verb)
{
    switch (verb) {
    case care::Verb::Partial:
    case care::Verb::Question:
    case care::Verb::Reply:
    case care::Verb::Correct: return true;
    case care::Verb::Take:
    case care::Verb::Assign:
    case care::Verb::Start:
    case care::Verb::Note:
    case care::Verb::Prioritise:
    case care::Verb::Redirect:
    case care::Verb::Close:
    case care::Verb::Withdraw:
    case care::Verb::Reopen: return false;
    }
    Q_UNREACHABLE();
}

store::StoredCommand stamped(care::Command made, const sync::AssembledCase& assembled, const care::Actor& actor, const Context& context)
{
    made.id = newId<care::CommandTag>();
    made.baseVersion = assembled.server.version;
    made.authorHsaId = actor.self.hsaId;
    made.authorRole = actor.self.role;
    made.authorName = actor.self.name;
    made.commissionHsaId = actor.commissionHsaId;
    made.purpose = actor.purpose;
    made.device = context.device;
    made.actedAt = context.clock.now();
    made.monotonicOffsetMs = context.monotonicMs;
    made.notBefore = made.actedAt.addMSecs(context.undoWindow.count());
    // Readable without the cache, so that what was never sent can be read out by a person.
    const QString name = assembled.patient ? care::safeName(assembled.patient->familyName, assembled.patient->givenName) : QString();
    made.label = QStringList {QString(care::codeOf(made.verb)), assembled.server.number, name}.join(u' ').trimmed();
    made.keys = {u"case:"_s + made.caseId.text()};
    made.messageId = writesMessage(made.verb) ? newId<care::MessageTag>() : care::MessageId();
    made.newCaseId = made.verb == care::Verb::Reopen ? newId<care::CaseTag>() : care::CaseId();
    if (made.verb == care::Verb::Take)
        made.assignee = care::Owner {care::Owner::Kind::Person, actor.self.role.text(), actor.self.name};
    store::StoredCommand stored;
    stored.command = std::move(made);
    stored.baseBody = assembled.taskBody;
    return stored;
}

void repaint(store::Stores& stores, const care::CaseId& id, const QDateTime& now)
{
    (void)stores.cache().transaction([&] { return sync::Projector(stores, now).refresh({id}); });
}

} // namespace mottaget::session::work
