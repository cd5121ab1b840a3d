// SPDX-License-Identifier: GPL-3.0-or-later
// The headers that are read, Location and next links with them: whatever a server puts there is taken for what it is or for nothing.
// Input: two bytes the status, the value.
#include "tests/fuzz/must.h"

#include "core/fhir/etag.h"
#include "core/net/http.h"
#include "core/sync/verdict.h"

using namespace mottaget;
using namespace mottaget::fuzz;
using namespace Qt::StringLiterals;

namespace {

void checkTimes(const QByteArray& value)
{
    using namespace std::chrono_literals;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'764'000'000'000, Qt::UTC);
    if (const auto wait = net::parseRetryAfter(value, now))
        must(*wait >= 1s && *wait <= 15min, "a wait is between a second and a quarter of an hour");
    const QDateTime date = net::parseHttpDate(value);
    must(!date.isValid() || date.timeSpec() == Qt::UTC, "a server's clock is in UTC");
    if (date.isValid())
        must(net::parseRetryAfter(value, date) == 1s, "a date that has come is waited for no longer than the least");
}

void checkVersion(const QByteArray& value)
{
    const auto version = fhir::versionOfEtag(value);
    if (!version)
        return;
    must(!version->isEmpty(), "a version is not empty");
    must(fhir::versionOfEtag(fhir::etagOfVersion(*version)) == version, "a version comes back from its ETag");
}

void checkPlace(const QByteArray& value)
{
    const QUrl base(u"https://region.example/fhir/"_s);
    const QUrl place(QString::fromUtf8(value), QUrl::StrictMode);
    must(net::sameOrigin(place, base) == net::sameOrigin(base, place), "one origin either way round");
    (void)net::isLoopback(place);
    if (!net::sameOrigin(place, base))
        return;
    const QUrl sent(QString::fromLatin1(place.toEncoded()), QUrl::StrictMode);
    must(place.isValid() && sent.host() == base.host() && sent.scheme() == base.scheme() && sent.port(443) == 443,
        "what is sent goes to the origin that was looked at");
}

void checkVerdict(int status, const QByteArray& value)
{
    net::Reply reply;
    reply.status = status;
    reply.contentType = value.toLower();
    const sync::Verdict verdict = sync::judge(reply);
    const bool says = reply.contentType.contains("json") || reply.contentType.isEmpty(); // a server may answer a write with nothing at all
    must((verdict == sync::Verdict::Ok) == (status >= 200 && status < 300 && says), "only JSON, or nothing, is success");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t prefix = 2;
    if (size < prefix)
        return 0;
    const QByteArray value = inputOf(data + prefix, size - prefix);
    checkTimes(value);
    checkVersion(value);
    checkPlace(value);
    checkVerdict(data[0] << 8 | data[1], value);
    return 0;
}
