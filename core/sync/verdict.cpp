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

} // namespace

Verdict judge(const net::Reply& reply)
{
    if (reply.failure != net::Failure::None)
        return judgeFailure(reply.failure);
    if (reply.status >= 200 && reply.status < 300)
        return isJson(reply) ? Verdict::Ok : Verdict::Portal;
    // A region does not redirect; whoever does stands between us and it.
    if (reply.status >= 300 && reply.status < 400)
        return Verdict::Portal;
    switch (reply.status) {
    case 401: return Verdict::SignIn;
    case 403: return isJson(reply) ? Verdict::Forbidden : Verdict::Portal;
    case 404: return isJson(reply) ? Verdict::NotFound : Verdict::Portal;
    case 409:
    case 412: return Verdict::VersionMoved;
    case 410: return Verdict::Gone;
    case 413: return Verdict::TooLarge;
    case 429: return Verdict::Busy;
    case 511: // network authentication required, RFC 6585
        return Verdict::Portal;
    default: return reply.status >= 500 ? Verdict::ServerError : Verdict::BadRequest;
    }
}

} // namespace mottaget::sync
