// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

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
    int status = 0;              //!< `status=CODE`: this status with an OperationOutcome, nothing done
    double redirect = 0;         //!< `redirect=P`: 302 to a page of plain HTTP elsewhere
    double empty = 0;            //!< `empty=P`: done, and answered with 200 and nothing
    double plain = 0;            //!< `plain=P`: done, and answered as text/plain
    double hang = 0;             //!< `hang=P`: nothing done, no byte, the connection stays open
    double drip = 0;             //!< `drip=P`: done; a byte of the reply in 200 ms
    double endless = 0;          //!< `endless=P`: done; the body never ends
    double endlessHead = 0;      //!< `endless-head=P`: done; the headers never end
    double bomb = 0;             //!< `bomb=P`: done; the body unpacks to 192 MiB
    bool awayNext = false;       //!< `away-next`: next links lead to another host
    double loseCursor = 0;       //!< `lose-cursor=P`: a next page is no longer kept
    bool cachedSearch = false;   //!< `cached-search`: the same search within 60 s has the same answer, unless it says no-cache (HAPI)
    bool ignoreMatch = false;    //!< `ignore-match`: If-Match and If-None-Match are not looked at
    bool notAtomic = false;      //!< `not-atomic`: a transaction is done part by part and answered as one all the same (Medplum)
    double mismatch = 0;         //!< `mismatch=P`: a write is done and answered with 200 and something else
    int dropWrite = 0;           //!< `drop-write=K`: the K-th write from now is done, the connection dies without a reply
    int loseWrite = 0;           //!< `lose-write=K`: the K-th write from now is not done, the connection dies
    int refuseWrite = 0;         //!< `refuse-write=K:CODE`: the K-th write from now is refused with CODE
    int refuseStatus = 422;

    friend bool operator==(const Faults&, const Faults&) = default;
};

//! A line for each fault, for --help.
[[nodiscard]] QString faultsHelp();

//! Reads a list of faults; `none` clears those before it. The error is the word that was not understood.
[[nodiscard]] Result<Faults, QByteArray> parseFaults(const QByteArray& text);

} // namespace mottaget::demo
