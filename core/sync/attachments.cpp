// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/attachments.h"

#include "core/fhir/document.h"
#include "core/fhir/serveranswers.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes longestFetch {10};
// As JSON the content takes a third more, and a little around it.
constexpr qint64 largestReply = care::largestAttachment / 3 * 4 + 64 * 1024;

} // namespace

op::KeepAttachment attachmentOf(const QString& id, const net::Reply& reply)
{
    using enum op::KeepAttachment::Outcome;
    switch (judge(reply)) {
    case Verdict::Ok: {
        const auto document = fhir::Document::parse(reply.body);
        if (!document)
            return {id, Missing, {}}; // nothing that can be used; whoever wants it asks again
        const auto binary = fhir::Binary::of(document->root());
        const auto content = binary && binary->id() == id ? binary->data() : std::nullopt;
        if (!content)
            return {id, Missing, {}};
        return content->size() > care::largestAttachment ? op::KeepAttachment {id, TooLarge, {}} : op::KeepAttachment {id, Here, *content};
    }
    case Verdict::TooLarge: return {id, TooLarge, {}};
    case Verdict::Forbidden:
    case Verdict::NotFound:
    case Verdict::Gone:
    case Verdict::VersionMoved:
    case Verdict::BadRequest: return {id, Missing, {}};
    case Verdict::NotSent:
    case Verdict::Lost:
    case Verdict::Portal:
    case Verdict::SignIn:
    case Verdict::Busy:
    case Verdict::ServerError:
    case Verdict::Untrusted: return {id, Later, {}};
    }
    Q_UNREACHABLE();
}

void Attachments::pump()
{
    if (!m_isWanted || m_stage != Stage::Resting || !m_desk.isOnline() || m_desk.monotonic() < m_notBefore)
        return;
    m_stage = Stage::Choosing;
    m_waiting = m_desk.run(op::NextAttachment {});
}

bool Attachments::onReply(Ticket ticket, const net::Reply& reply)
{
    if (m_stage != Stage::Fetching || ticket != m_waiting)
        return false;
    const op::KeepAttachment result = attachmentOf(m_id, reply);
    if (result.outcome == op::KeepAttachment::Outcome::Later)
        waitFor(reply.retryAfter ? std::chrono::milliseconds(*reply.retryAfter) : m_backoff.next());
    else
        m_backoff.reset();
    m_stage = Stage::Keeping;
    m_waiting = m_desk.run(result);
    return true;
}

bool Attachments::onStored(Ticket ticket, const StoreAnswer& answer)
{
    if (m_stage == Stage::Resting || m_stage == Stage::Fetching || ticket != m_waiting)
        return false;
    const bool hasChosen = m_stage == Stage::Choosing && answer.ok && !answer.attachment.isEmpty();
    if (!answer.ok)
        waitFor(m_backoff.next()); // a full disk takes no attachment; it stays asked for
    else if (m_stage == Stage::Choosing)
        m_isWanted = hasChosen;
    m_stage = Stage::Resting;
    m_waiting = 0;
    if (!hasChosen)
        return true;
    m_id = answer.attachment;
    m_stage = Stage::Fetching;
    m_waiting = m_desk.getLarge(u"Binary/"_s + m_id, longestFetch, largestReply);
    return true;
}

std::optional<std::chrono::milliseconds> Attachments::nextAt() const
{
    return m_isWanted && m_stage == Stage::Resting && m_desk.isOnline() ? std::optional(m_notBefore) : std::nullopt;
}

} // namespace mottaget::sync
