// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transactionparts.h"

#include "core/fhir/bundle.h"
#include "core/fhir/document.h"
#include "core/fhir/editor.h"

#include <algorithm>

namespace mottaget::sync {

using namespace Qt::StringLiterals;

namespace {

QString markOf(const care::CommandId& id)
{
    return u"urn:uuid:"_s + id.text();
}

// By identifier, not by reference: a server that checks references would refuse one to a receipt that is not there yet.
QByteArray marked(const QByteArray& task, const care::CommandId& id)
{
    auto editor = fhir::Editor::of(task);
    if (!editor)
        return task;
    const qsizetype at = editor->root()["relevantHistory"].size();
    const fhir::Path identifier {"relevantHistory", at, "identifier"};
    (void)editor->set(identifier + fhir::Path {"system"}, fhir::Json::text(u"urn:ietf:rfc:3986"_s));
    (void)editor->set(identifier + fhir::Path {"value"}, fhir::Json::text(markOf(id)));
    return editor->bytes();
}

// What decides, what is new, the receipt.
int rankOf(const TransactionPart& part)
{
    if (part.type == "Provenance"_L1)
        return 2;
    return part.ifMatch.isEmpty() ? 1 : 0;
}

} // namespace

QList<TransactionPart> partsOf(const QByteArray& transaction, const care::CommandId& id)
{
    QList<TransactionPart> parts;
    const auto document = fhir::Document::parse(transaction);
    if (!document)
        return parts;
    const auto bundle = fhir::Bundle::of(document->root());
    if (!bundle)
        return parts;
    for (const fhir::BundleEntry entry : bundle->entries()) {
        const QString url = entry.request().url();
        TransactionPart part {
            url.section(u'/', 0, 0), url.section(u'/', 1, 1), entry.request().ifMatch(), entry.resource().source().toByteArray()};
        if (!part.ifMatch.isEmpty())
            part.body = marked(part.body, id);
        parts << part;
    }
    std::stable_sort(parts.begin(), parts.end(), [](const TransactionPart& a, const TransactionPart& b) { return rankOf(a) < rankOf(b); });
    return parts;
}

bool carriesMark(const QByteArray& task, const care::CommandId& id)
{
    return task.contains(markOf(id).toLatin1());
}

} // namespace mottaget::sync
