// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/page.h"

#include "core/fhir/bundle.h"
#include "core/fhir/communication.h"
#include "core/fhir/document.h"
#include "core/fhir/provenance.h"
#include "core/fhir/questionnaire.h"
#include "core/fhir/serveranswers.h"
#include "core/fhir/task.h"

#include <limits>

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

using Code = PageProblem::Code;

QString firstTask(const fhir::List<fhir::Reference>& references)
{
    for (const fhir::Reference reference : references) {
        if (const QString id = reference.idOf(u"Task"); !id.isEmpty())
            return id;
    }
    return {};
}

// The case a resource belongs to; empty for people, directory and what names no Task.
QString caseIdOf(const fhir::Resource& resource, const QString& type)
{
    const fhir::Element element = resource.element();
    using References = fhir::List<fhir::Reference>;
    if (type == "Task"_L1) {
        const QString parent = firstTask(References(element["partOf"]));
        return parent.isEmpty() ? resource.id() : parent;
    }
    if (type == "Communication"_L1 || type == "QuestionnaireResponse"_L1)
        return firstTask(References(element["basedOn"]));
    return type == "Provenance"_L1 ? firstTask(References(element["target"])) : QString();
}

void addPerson(References& people, const fhir::Reference& reference)
{
    const fhir::Target target = reference.target();
    if (target.type != "Patient"_L1 && target.type != "RelatedPerson"_L1 && target.type != "Practitioner"_L1)
        return;
    QStringList& ids = people[target.type];
    if (!ids.contains(target.id))
        ids << target.id;
}

void addPeople(References& people, const fhir::Resource& resource, const QString& type)
{
    const fhir::Element element = resource.element();
    if (type == "Task"_L1) {
        addPerson(people, fhir::Reference(element["for"]));
        addPerson(people, fhir::Reference(element["requester"]));
    } else if (type == "PractitionerRole"_L1) {
        addPerson(people, fhir::Reference(element["practitioner"]));
    }
}

bool isSubsetted(const fhir::Resource& resource)
{
    for (const fhir::Coding tag : resource.meta().tags()) {
        if (tag.code() == "SUBSETTED"_L1)
            return true;
    }
    return false;
}

Result<store::StoredResource, PageProblem> stored(const fhir::Element& element, const QString& type)
{
    const auto resource = fhir::Resource::of(element);
    if (!resource)
        return failed(PageProblem {Code::WrongType});
    if (QLatin1StringView(resource->typeName()) != type)
        return failed(PageProblem {Code::WrongType});
    store::StoredResource result;
    result.type = type;
    result.id = resource->id();
    result.version = resource->meta().versionId();
    result.updated = resource->meta().element()["lastUpdated"].text();
    if (result.id.isEmpty() || result.version.isEmpty())
        return failed(PageProblem {Code::Unidentified});
    if (isSubsetted(*resource))
        return failed(PageProblem {Code::Subsetted});
    result.caseId = caseIdOf(*resource, type);
    result.body = element.source().toByteArray();
    return result;
}

void noteTime(Page& page, const fhir::Element& element, const store::StoredResource& resource, QDateTime& oldest)
{
    const auto updated = fhir::Meta(element["meta"]).lastUpdated();
    if (!updated)
        return;
    if (!page.newest.isValid() || updated->at > page.newest)
        page.newest = updated->at;
    if (!oldest.isValid() || updated->at < oldest) {
        oldest = updated->at;
        page.oldest = resource.updated;
    }
}

Result<fhir::Document, PageProblem> parsed(QByteArrayView body)
{
    auto document = fhir::Document::parse(body);
    if (!document)
        return failed(PageProblem {Code::BadJson});
    return std::move(*document);
}

// Asked for verbatim where it is a URL; what some servers leave unescaped is escaped. A link that can't be followed is not taken for
// the last page: what lies behind it would be missing and nobody told.
Result<QUrl, PageProblem> nextOf(const fhir::Bundle& bundle)
{
    for (const fhir::Link link : bundle.links()) {
        if (!link.element()["relation"].is("next"))
            continue;
        QUrl next(link.url(), QUrl::StrictMode);
        if (!next.isValid())
            next = QUrl(link.url(), QUrl::TolerantMode);
        if (!next.isValid())
            return failed(PageProblem {Code::LinkAway});
        return next;
    }
    return QUrl();
}

} // namespace

QLatin1StringView codeOf(PageProblem::Code code)
{
    switch (code) {
    case Code::BadJson: return "bad-json"_L1;
    case Code::NotABundle: return "not-a-bundle"_L1;
    case Code::WrongType: return "wrong-type"_L1;
    case Code::Unidentified: return "unidentified"_L1;
    case Code::Subsetted: return "subsetted"_L1;
    case Code::LinkLoop: return "link-loop"_L1;
    case Code::LinkAway: return "link-away"_L1;
    }
    Q_UNREACHABLE();
}

Result<Page, PageProblem> readPage(const QByteArray& body, const QString& type)
{
    const auto document = parsed(body);
    if (!document)
        return failed(document.error());
    const auto bundle = fhir::Bundle::of(document->root());
    if (!bundle || bundle->bundleType() != "searchset"_L1)
        return failed(PageProblem {Code::NotABundle});
    Page page;
    QDateTime oldest;
    for (const fhir::BundleEntry entry : bundle->entries()) {
        if (entry.searchMode() == "outcome"_L1)
            continue; // a word of the server beside the matches
        auto resource = stored(entry.resource(), type);
        if (!resource)
            return failed(resource.error());
        noteTime(page, entry.resource(), *resource, oldest);
        if (const auto face = fhir::Resource::of(entry.resource()))
            addPeople(page.people, *face, type);
        page.resources << *resource;
    }
    auto next = nextOf(*bundle);
    if (!next)
        return failed(next.error());
    page.next = std::move(*next);
    return page;
}

Result<IdPage, PageProblem> readIdPage(const QByteArray& body, const QString& type)
{
    const auto document = parsed(body);
    if (!document)
        return failed(document.error());
    const auto bundle = fhir::Bundle::of(document->root());
    if (!bundle || bundle->bundleType() != "searchset"_L1)
        return failed(PageProblem {Code::NotABundle});
    IdPage page;
    for (const fhir::BundleEntry entry : bundle->entries()) {
        if (entry.searchMode() == "outcome"_L1)
            continue;
        const auto resource = fhir::Resource::of(entry.resource());
        if (!resource || QLatin1StringView(resource->typeName()) != type)
            return failed(PageProblem {Code::WrongType});
        if (resource->id().isEmpty() || resource->meta().versionId().isEmpty())
            return failed(PageProblem {Code::Unidentified});
        page.idsAndVersions.append({resource->id(), resource->meta().versionId()});
    }
    auto next = nextOf(*bundle);
    if (!next)
        return failed(next.error());
    page.next = std::move(*next);
    return page;
}

Result<store::StoredResource, PageProblem> readResource(QByteArrayView body, const QString& type)
{
    const auto document = parsed(body);
    if (!document)
        return failed(document.error());
    return stored(document->root(), type);
}

Result<TransactionReply, PageProblem> readTransactionReply(const QByteArray& body)
{
    const auto document = parsed(body);
    if (!document)
        return failed(document.error());
    const auto bundle = fhir::Bundle::of(document->root());
    if (!bundle || bundle->bundleType() != "transaction-response"_L1)
        return failed(PageProblem {Code::NotABundle});
    TransactionReply reply;
    reply.complete = !bundle->entries().isEmpty();
    for (const fhir::BundleEntry entry : bundle->entries()) {
        const int status = entry.response().statusCode();
        const auto resource = fhir::Resource::of(entry.resource());
        const auto usable = resource ? stored(entry.resource(), QString::fromLatin1(resource->typeName()))
                                     : Result<store::StoredResource, PageProblem>(failed(PageProblem {Code::WrongType}));
        if (!usable || status < 200 || status >= 300)
            reply.complete = false;
        else
            reply.resources << *usable;
    }
    return reply;
}

QList<QPair<QString, QString>> receiptTargets(const QByteArray& body)
{
    QList<QPair<QString, QString>> targets;
    const auto document = parsed(body);
    if (!document)
        return targets;
    if (const auto provenance = fhir::Provenance::of(document->root())) {
        for (const fhir::Reference reference : provenance->targets()) {
            const fhir::Target target = reference.target();
            if (!target.id.isEmpty())
                targets.append({target.type, target.id});
        }
    }
    return targets;
}

std::optional<int> readTotal(const QByteArray& body)
{
    const auto document = parsed(body);
    if (!document)
        return std::nullopt;
    const auto bundle = fhir::Bundle::of(document->root());
    const auto total = bundle ? bundle->total() : std::nullopt;
    if (!total || *total < 0 || *total > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*total);
}

QString outcomeText(const QByteArray& body)
{
    constexpr qsizetype longest = 500;
    const auto document = parsed(body);
    if (!document)
        return {};
    const auto outcome = fhir::OperationOutcome::of(document->root());
    if (!outcome)
        return {};
    QStringList texts;
    for (const fhir::Issue issue : outcome->issues())
        texts << (issue.details().text().isEmpty() ? issue.diagnostics() : issue.details().text());
    texts.removeAll(QString());
    QString text = texts.join(u' ').left(longest);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1); // not half a character
    return text;
}

} // namespace mottaget::sync
