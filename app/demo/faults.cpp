// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/faults.h"

#include <QHash>

namespace mottaget::demo {

namespace {

bool readShare(const QByteArray& value, double& share)
{
    bool number = false;
    share = value.isEmpty() ? 1 : value.toDouble(&number);
    return (number || value.isEmpty()) && share >= 0 && share <= 1;
}

bool readCount(const QByteArray& value, int& count)
{
    bool number = false;
    count = value.toInt(&number);
    return number && count >= 0;
}

bool apply(Faults& faults, const QByteArray& name, const QByteArray& value)
{
    static const QHash<QByteArray, double Faults::*> shares {{"drop-after-commit", &Faults::dropAfterCommit}, {"5xx", &Faults::broken},
        {"stale-search", &Faults::staleSearch}, {"cut", &Faults::cut}, {"trickle", &Faults::trickle}, {"html", &Faults::html},
        {"malformed", &Faults::malformed}, {"redirect", &Faults::redirect}, {"empty", &Faults::empty}, {"plain", &Faults::plain},
        {"hang", &Faults::hang}, {"drip", &Faults::drip}, {"endless", &Faults::endless}, {"endless-head", &Faults::endlessHead},
        {"bomb", &Faults::bomb}, {"lose-cursor", &Faults::loseCursor}, {"mismatch", &Faults::mismatch}};
    static const QHash<QByteArray, bool Faults::*> switches {{"409", &Faults::conflict409}, {"offset-paging", &Faults::offsetPaging},
        {"loop-next", &Faults::loopNext}, {"wrong-type", &Faults::wrongType}, {"away-next", &Faults::awayNext},
        {"cached-search", &Faults::cachedSearch}, {"ignore-match", &Faults::ignoreMatch}, {"not-atomic", &Faults::notAtomic}};
    static const QHash<QByteArray, int Faults::*> counts {{"drop-after-commit-next", &Faults::dropAfterCommitNext},
        {"status", &Faults::status}, {"drop-write", &Faults::dropWrite}, {"lose-write", &Faults::loseWrite}};
    if (shares.contains(name))
        return readShare(value, faults.*shares.value(name));
    if (switches.contains(name)) {
        faults.*switches.value(name) = true;
        return value.isEmpty();
    }
    if (counts.contains(name))
        return readCount(value, faults.*counts.value(name));
    if (name == "refuse-write") {
        const qsizetype colon = value.indexOf(':');
        return readCount(colon < 0 ? value : value.left(colon), faults.refuseWrite)
            && (colon < 0 || readCount(value.mid(colon + 1), faults.refuseStatus));
    }
    if (name == "tx-start-time") {
        faults.txStartTime = 1500;
        return value.isEmpty() || readCount(value, faults.txStartTime);
    }
    if (name == "delay") {
        const qsizetype dash = value.indexOf('-');
        const QByteArray most = dash < 0 ? value : value.mid(dash + 1);
        return readCount(dash < 0 ? value : value.left(dash), faults.delayLeast) && readCount(most, faults.delayMost)
            && faults.delayLeast <= faults.delayMost;
    }
    if (name == "429") {
        const qsizetype colon = value.indexOf(':');
        if (colon >= 0 && !readCount(value.mid(colon + 1), faults.retryAfter))
            return false;
        return readShare(colon < 0 ? value : value.left(colon), faults.tooMany);
    }
    return false;
}

} // namespace

QString faultsHelp()
{
    return QStringLiteral(
        "Faults, with commas or blanks between; P is a share from 0 to 1 (all when left out). They are changed at run time\n"
        "by POST /$faults with the same words as text/plain.\n"
        "  none                     clears those before it\n"
        "  delay=MIN-MAX            ms before each reply\n"
        "  status=CODE              this status with an OperationOutcome, nothing done (400, 401, 403, 404, 410, 413, 422 ...)\n"
        "  429=P:SECONDS            429 with Retry-After, nothing done\n"
        "  5xx=P                    500, 502 or 503, nothing done\n"
        "  409                      in place of 412\n"
        "  html=P                   200 and a log-in page, as a captive portal does\n"
        "  redirect=P               302 to plain HTTP elsewhere\n"
        "  hang=P                   nothing done, no byte, the connection stays open\n"
        "  drop-after-commit=P      a write is done, the connection dies without a reply\n"
        "  drop-after-commit-next=N the same for the next N writes\n"
        "  drop-write=K             the K-th write from now is done, the connection dies without a reply\n"
        "  lose-write=K             the K-th write from now is not done, the connection dies\n"
        "  refuse-write=K:CODE      the K-th write from now is refused\n"
        "  cut=P                    half the body, then the connection dies\n"
        "  trickle=P                the reply in very many small pieces\n"
        "  drip=P                   a byte of the reply in 200 ms\n"
        "  endless=P                a body that never ends\n"
        "  endless-head=P           headers that never end\n"
        "  bomb=P                   a body that unpacks to 192 MiB\n"
        "  empty=P                  200 and nothing\n"
        "  plain=P                  of content type text/plain\n"
        "  malformed=P              a body that is no JSON\n"
        "  wrong-type               resources call themselves Basic\n"
        "  loop-next                next links lead to the page they stand on\n"
        "  away-next                next links lead to another host\n"
        "  lose-cursor=P            a next page is no longer kept\n"
        "  offset-paging            next pages count into a fresh result\n"
        "  cached-search            the same search within 60 s has the same answer, unless it says no-cache\n"
        "  ignore-match             If-Match and If-None-Match are not looked at\n"
        "  not-atomic               a transaction is done part by part and answered as one all the same\n"
        "  mismatch=P               a write is done and answered with 200 and something else\n"
        "  stale-search=P           the index lags the last two seconds\n"
        "  tx-start-time[=MS]       lastUpdated is when the write began, visible MS later\n");
}

Result<Faults, QByteArray> parseFaults(const QByteArray& text)
{
    Faults faults;
    QByteArray words = text;
    words.replace(',', ' ');
    for (const QByteArray& word : words.simplified().split(' ')) {
        if (word.isEmpty())
            continue;
        if (word == "none") {
            faults = Faults {};
            continue;
        }
        const qsizetype equals = word.indexOf('=');
        if (!apply(faults, equals < 0 ? word : word.left(equals), equals < 0 ? QByteArray() : word.mid(equals + 1)))
            return failed(word);
    }
    return faults;
}

} // namespace mottaget::demo
