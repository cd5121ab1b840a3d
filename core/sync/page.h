// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/resourcetable.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace mottaget::sync {

//! Why a page is not applied. The codes are what the status shows and what people search for.
struct PageProblem {
    enum class Code {
        BadJson,      //!< malformed, cut, too deep, not UTF-8
        NotABundle,   //!< JSON, but no searchset Bundle
        WrongType,    //!< a resource of another type than asked for
        Unidentified, //!< a resource without id or version
        Subsetted,    //!< a partial resource, never stored as whole
        LinkLoop,     //!< a next link seen before in this run
        LinkAway,     //!< a next link to another origin, or to nowhere
    };
    Code code = Code::BadJson;
    friend bool operator==(const PageProblem&, const PageProblem&) = default;
};

[[nodiscard]] QLatin1StringView codeOf(PageProblem::Code code); //!< bad-json, not-a-bundle, ...

//! People that resources name, by type: what must be here before a case is shown.
using References = QHash<QString, QStringList>;

//! A page of a search, read and checked whole. Nothing of it is applied when anything is wrong with it.
struct Page {
    QList<store::StoredResource> resources; //!< `fetched` not yet set
    References people;                      //!< Patient, RelatedPerson and Practitioner ids named by them
    QUrl next;                              //!< as the server gave it; empty on the last page
    QDateTime newest;                       //!< largest meta.lastUpdated, UTC; invalid when the page is empty
    QString oldest;                         //!< smallest meta.lastUpdated, the server's own text
    friend bool operator==(const Page&, const Page&) = default;
};

//! Reads a searchset Bundle that was asked to hold `type`. OperationOutcome entries (search.mode outcome) are skipped.
[[nodiscard]] Result<Page, PageProblem> readPage(const QByteArray& body, const QString& type);

//! A page of ids and versions: a search with _elements=id,meta, or whatever the server makes of it. Nothing of it is stored.
struct IdPage {
    QList<QPair<QString, QString>> idsAndVersions;
    QUrl next; //!< as the server gave it; empty on the last page
    friend bool operator==(const IdPage&, const IdPage&) = default;
};
[[nodiscard]] Result<IdPage, PageProblem> readIdPage(const QByteArray& body, const QString& type);

//! The total that a search with _summary=count answers; absent when it tells none, or what can't be.
[[nodiscard]] std::optional<int> readTotal(const QByteArray& body);

//! Reads one resource given alone (GET Type/id, or an entry of a transaction response).
[[nodiscard]] Result<store::StoredResource, PageProblem> readResource(QByteArrayView body, const QString& type);

//! The resources of a transaction response with return=representation, in order. An entry without its resource is left out;
//! `complete` tells whether all were there. Fails when this is no transaction response at all.
struct TransactionReply {
    QList<store::StoredResource> resources;
    bool complete = false;
};
[[nodiscard]] Result<TransactionReply, PageProblem> readTransactionReply(const QByteArray& body);

//! What a receipt says the command wrote: (type, id) pairs, from Provenance.target.
[[nodiscard]] QList<QPair<QString, QString>> receiptTargets(const QByteArray& body);

//! The server's own words of an OperationOutcome, at most 500 characters; empty when there are none.
[[nodiscard]] QString outcomeText(const QByteArray& body);

} // namespace mottaget::sync
