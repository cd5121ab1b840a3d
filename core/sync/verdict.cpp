// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/verdict.h"

namespace mottaget::sync {

namespace {

Verdict judgeFailure(net::Failure failure)
{
    switch (failure) {
    case net::Failure::NotSent: return Verdict::NotSent;
    case net::Failure::TooLarge: return Verdict::TooLarge;
    case net::Failure::Untrusted: return Verdict::Untrusted;
    case net::Failure::None:
    case net::Failure::Lost: return Verdict::Lost;
    }
    Q_UNREACHABLE();
}

bool isJson(const net::Reply& reply)
{
    return reply.contentType.contains("json");
}

bool isWebPage(const net::Reply& reply)
{
    return reply.contentType.contains("html");
}

// A server that ignores the wish to have back what it took answers with nothing at all.
bool isBare(const net::Reply& reply)
{
    return reply.contentType.isEmpty() && reply.body.isEmpty();
}

Verdict judgeRefusal(const net::Reply& reply)
{
    if (reply.status >= 500)
        return Verdict::ServerError;
    // What a web page refuses was refused by somebody before the region; an action is not given up for that.
    return isWebPage(reply) ? Verdict::Portal : Verdict::BadRequest;
}

} // namespace

Verdict judge(const net::Reply& reply)
{
    if (reply.failure != net::Failure::None)
        return judgeFailure(reply.failure);
    if (reply.status >= 200 && reply.status < 300)
        return isJson(reply) || isBare(reply) ? Verdict::Ok : Verdict::Portal;
    // A region does not redirect; whoever does stands between us and it.
    if (reply.status >= 300 && reply.status < 400)
        return Verdict::Portal;
    switch (reply.status) {
    case 401: return Verdict::SignIn;
    case 403: return isJson(reply) ? Verdict::Forbidden : Verdict::Portal;
    case 404: return isJson(reply) ? Verdict::NotFound : Verdict::Portal;
    case 408: // something waited for the request in vain: what it had passed on by then is not known
        return Verdict::ServerError;
    case 409:
    case 412: return Verdict::VersionMoved;
    case 410: return isWebPage(reply) ? Verdict::Portal : Verdict::Gone;
    case 413: return Verdict::TooLarge;
    case 423: // locked by somebody
    case 425: // too early
    case 429: return Verdict::Busy;
    case 407: // a proxy's own
    case 511: // network authentication required, RFC 6585
        return Verdict::Portal;
    default: return judgeRefusal(reply);
    }
}

Verdict judgeWrite(const net::Reply& reply)
{
    return reply.failure == net::Failure::TooLarge ? Verdict::Lost : judge(reply);
}

} // namespace mottaget::sync
