// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/desk.h"

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

std::optional<LinkStatus::Link> linkOf(Verdict verdict)
{
    using Link = LinkStatus::Link;
    switch (verdict) {
    case Verdict::NotSent:
    case Verdict::Lost: return Link::Offline;
    case Verdict::Portal: return Link::Portal;
    case Verdict::SignIn: return Link::SignInNeeded;
    case Verdict::Untrusted: return Link::Refused;
    case Verdict::Busy:
    case Verdict::ServerError: return Link::ServerBusy;
    case Verdict::Ok:
    case Verdict::Forbidden:
    case Verdict::NotFound:
    case Verdict::Gone:
    case Verdict::VersionMoved:
    case Verdict::BadRequest: return Link::Online;
    case Verdict::TooLarge: return std::nullopt; // says something of the request, nothing of the link
    }
    Q_UNREACHABLE();
}

} // namespace

Ticket Desk::get(const QString& path, const QString& query)
{
    QUrl url(m_profile.base.toString() + u'/' + path);
    if (!query.isEmpty())
        url.setQuery(query, QUrl::StrictMode);
    return getUrl(url);
}

Ticket Desk::getUrl(const QUrl& url)
{
    net::Request request;
    request.url = url;
    request.headers = {{"Cache-Control", "no-cache"}};
    m_actions.push_back(Send {++m_lastTicket, std::move(request)});
    return m_lastTicket;
}

Ticket Desk::getLarge(const QString& path, std::chrono::milliseconds deadline, qint64 most)
{
    net::Request request;
    request.url = QUrl(m_profile.base.toString() + u'/' + path);
    request.deadline = deadline;
    request.maxBytes = most;
    m_actions.push_back(Send {++m_lastTicket, std::move(request)});
    return m_lastTicket;
}

Ticket Desk::postTransaction(const QByteArray& bytes)
{
    net::Request request;
    request.method = net::Request::Method::Post;
    request.url = m_profile.base;
    request.headers = {{"Content-Type", "application/fhir+json"}, {"Prefer", "return=representation"}};
    request.body = bytes;
    m_actions.push_back(Send {++m_lastTicket, std::move(request)});
    return m_lastTicket;
}

Ticket Desk::postBatch(const QByteArray& bytes)
{
    net::Request request;
    request.method = net::Request::Method::Post;
    request.url = m_profile.base;
    request.headers = {{"Content-Type", "application/fhir+json"}, {"Cache-Control", "no-cache"}};
    request.body = bytes;
    m_actions.push_back(Send {++m_lastTicket, std::move(request)});
    return m_lastTicket;
}

Ticket Desk::put(const QString& path, const QByteArray& body, const QString& ifMatch)
{
    net::Request request;
    request.method = net::Request::Method::Put;
    request.url = QUrl(m_profile.base.toString() + u'/' + path);
    request.headers = {{"Content-Type", "application/fhir+json"}, {"Prefer", "return=representation"}};
    if (ifMatch.isEmpty())
        request.headers << net::Header("If-None-Match", "*");
    else
        request.headers << net::Header("If-Match", ifMatch.toLatin1());
    request.body = body;
    m_actions.push_back(Send {++m_lastTicket, std::move(request)});
    return m_lastTicket;
}

Ticket Desk::run(StoreOp op)
{
    m_actions.push_back(Run {++m_lastTicket, std::move(op)});
    return m_lastTicket;
}

bool Desk::note(Verdict verdict)
{
    const auto link = linkOf(verdict);
    if (!link || *link == m_status.link)
        return false;
    // The region never heard from stays that, whatever else goes wrong: "not fetched yet" is the truth to show.
    if (m_status.link == LinkStatus::Link::NeverReached && *link == LinkStatus::Link::Offline)
        return false;
    m_status.link = *link;
    m_status.since = now();
    if (*link == LinkStatus::Link::Online)
        m_status.nextTry = {};
    return *link == LinkStatus::Link::Online;
}

void Desk::noteNextTry(std::chrono::milliseconds at)
{
    m_status.nextTry = isOnline() ? QDateTime() : now().addMSecs((at - monotonic()).count());
}

void Desk::endReads(bool isStored)
{
    for (auto read = m_beingStored.begin(); isStored && read != m_beingStored.end(); ++read)
        m_reads.insert(read.key(), {read->asked, read->committed, false});
    m_beingStored.clear();
}

Desk::Read Desk::lastRead(const QString& type, const QString& id) const
{
    const QString key = type + u'/' + id;
    return m_beingStored.value(key, m_reads.value(key));
}

bool Desk::isOlderThanOwnWrite(Ticket asked, const QString& type, const QString& id) const
{
    const auto write = m_writes.find(type + u'/' + id);
    return write != m_writes.end() && asked <= *write;
}

} // namespace mottaget::sync
