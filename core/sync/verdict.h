// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

namespace mottaget::sync {

//! What a reply means, before anybody looks at what was asked. One row for each row of the reply table in docs/replies.md.
enum class Verdict {
    Ok,          //!< 2xx with a FHIR JSON body, or with nothing at all
    NotSent,     //!< certain: nothing left this machine
    Lost,        //!< the request may have taken effect
    Portal,      //!< something that is no FHIR server answered: a login page of the network
    SignIn,      //!< 401
    Forbidden,   //!< 403
    NotFound,    //!< 404
    Gone,        //!< 410
    VersionMoved, //!< 409 and 412 alike
    BadRequest,  //!< 400, 422 and other 4xx: asking again would say the same
    TooLarge,    //!< 413, or a body over the cap
    Busy,        //!< 423, 425, 429: not taken
    ServerError, //!< 5xx, 408: may or may not have been taken
    Untrusted,   //!< TLS says no
};

[[nodiscard]] Verdict judge(const net::Reply& reply);

//! The same of the reply to a write: one that is too long to be read does not say that the write was refused.
[[nodiscard]] Verdict judgeWrite(const net::Reply& reply);

} // namespace mottaget::sync
