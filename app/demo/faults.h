// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace mottaget::demo {

//! What the region does wrong on purpose. Probabilities are 0 to 1; everything off by default.
//!
//! Written as a list with commas, blanks or line breaks between: `drop-after-commit=0.1 delay=20-200 429=0.05:2`.
struct Faults {
    double dropAfterCommit = 0;  //!< `drop-after-commit=P`: the write is done, the connection dies without a reply
    int dropAfterCommitNext = 0; //!< `drop-after-commit-next=N`: the same for the next N writes, surely
    int delayLeast = 0;          //!< `delay=MIN-MAX`, ms before each reply
    int delayMost = 0;
    double tooMany = 0;          //!< `429=P:SECONDS`, with Retry-After, nothing done
    int retryAfter = 1;
    double broken = 0;           //!< `5xx=P`: 500, 502 or 503, nothing done
    double staleSearch = 0;      //!< `stale-search=P`: the index lags the last two seconds
    bool conflict409 = false;    //!< `409`: in place of 412
    int txStartTime = 0;         //!< `tx-start-time[=MS]`: lastUpdated is when the write began, visible MS later
    bool offsetPaging = false;   //!< `offset-paging`: next pages count into a fresh result
    double cut = 0;              //!< `cut=P`: half the body, then the connection dies
    double trickle = 0;          //!< `trickle=P`: the reply comes in very many small pieces
    double html = 0;             //!< `html=P`: 200 and a log-in page, as a captive portal does
    bool loopNext = false;       //!< `loop-next`: next links lead to the page they stand on
    bool wrongType = false;      //!< `wrong-type`: resources call themselves Basic
    double malformed = 0;        //!< `malformed=P`: the body is no JSON

    friend bool operator==(const Faults&, const Faults&) = default;
};

//! Reads a list of faults; `none` clears those before it. The error is the word that was not understood.
[[nodiscard]] Result<Faults, QByteArray> parseFaults(const QByteArray& text);

} // namespace mottaget::demo
