// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/transactionbuilder.h"

#include "core/fhir/etag.h"
#include "core/fhir/json.h"
#include "core/fhir/resource.h"

namespace mottaget::fhir {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] bool isResource(QByteArrayView bytes, QByteArrayView type)
{
    const auto document = Document::parse(bytes);
    return document && document->root()["resourceType"].is(type);
}

[[nodiscard]] bool isResourceWithId(QByteArrayView bytes, QByteArrayView type, QStringView id)
{
    return isResource(bytes, type) && isId(id) && Document::parse(bytes)->root()["id"].text() == id;
}

} // namespace

TransactionBuilder& TransactionBuilder::put(
    QByteArrayView type, QStringView id, QByteArrayView resource, const std::optional<QString>& ifMatch)
{
    Q_ASSERT(isResourceWithId(resource, type, id));
    Json request = Json::object().with("method", u"PUT").with("url", QString(QString::fromLatin1(type) + u'/' + id));
    if (ifMatch)
        request = request.with("ifMatch", QString::fromUtf8(etagOfVersion(*ifMatch)));
    return add(resource, request.bytes());
}

TransactionBuilder& TransactionBuilder::post(QByteArrayView type, QByteArrayView resource, QStringView ifNoneExist)
{
    Q_ASSERT(isResource(resource, type));
    const Json request =
        Json::object().with("method", u"POST").with("url", QString::fromLatin1(type)).withUnlessEmpty("ifNoneExist", ifNoneExist);
    return add(resource, request.bytes());
}

TransactionBuilder& TransactionBuilder::add(QByteArrayView resource, QByteArrayView request)
{
    m_entries.append(m_size == 0 ? R"({"resource":)" : R"(,{"resource":)");
    m_entries.append(resource).append(R"(,"request":)").append(request).append('}');
    ++m_size;
    return *this;
}

QByteArray TransactionBuilder::bytes() const
{
    return R"({"resourceType":"Bundle","type":"transaction","entry":[)" + m_entries + "]}";
}

} // namespace mottaget::fhir
