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
        {"malformed", &Faults::malformed}};
    static const QHash<QByteArray, bool Faults::*> switches {{"409", &Faults::conflict409}, {"offset-paging", &Faults::offsetPaging},
        {"loop-next", &Faults::loopNext}, {"wrong-type", &Faults::wrongType}};
    if (shares.contains(name))
        return readShare(value, faults.*shares.value(name));
    if (switches.contains(name)) {
        faults.*switches.value(name) = true;
        return value.isEmpty();
    }
    if (name == "drop-after-commit-next")
        return readCount(value, faults.dropAfterCommitNext);
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
