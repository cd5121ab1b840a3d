// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/drafts.h"
#include "core/fhir/transactionbuilder.h"

#include "fhirfixture.h"

#include <QTest>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;

namespace {

const QDateTime at(QDate(2026, 11, 23), QTime(9, 41, 7, 120), Qt::UTC);
const CodingDraft unitTag {u"B/sid/unit"_s, u"SE2321000016-A1"_s, {}};

CommunicationDraft reply()
{
    CommunicationDraft draft;
    draft.id = u"m1"_s;
    draft.tags = {unitTag};
    draft.basedOn = {{u"Task/t1"_s, {}}};
    draft.status = u"in-progress"_s;
    draft.category = {u"B/kind"_s, u"final"_s, {}};
    draft.subject = {u"Patient/p1"_s, {}};
    draft.sent = at;
    draft.recipients = {{u"Patient/p1"_s, {}}};
    draft.sender = {u"PractitionerRole/r1"_s, u"Nils Nord"_s};
    draft.text = u"Hej!\nReceptet är förnyat."_s;
    return draft;
}

} // namespace

class TestDrafts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void communication()
    {
        QCOMPARE(reply().json().bytes(),
            QByteArray(
                R"({"resourceType":"Communication","id":"m1",)"
                R"("meta":{"tag":[{"system":"B/sid/unit","code":"SE2321000016-A1"}]},"basedOn":[{"reference":"Task/t1"}],"status":"in-progress",)"
                R"("category":[{"coding":[{"system":"B/kind","code":"final"}]}],"subject":{"reference":"Patient/p1"},"sent":"2026-11-23T09:41:07.120Z",)"
                R"("recipient":[{"reference":"Patient/p1"}],"sender":{"reference":"PractitionerRole/r1","display":"Nils Nord"},)"
                "\"payload\":[{\"contentString\":\"Hej!\\nReceptet är förnyat.\"}]}"));
        QCOMPARE(CommunicationDraft().json().bytes(), QByteArray(R"({"resourceType":"Communication"})"));
    }

    void receipt()
    {
        ProvenanceDraft draft;
        draft.id = u"c1"_s;
        draft.tags = {unitTag};
        draft.extensions = {extensionJson(u"B/commission", "valueString", Json::text(u"SE2321000016-C1"))};
        draft.targets = {{u"Task/t1"_s, {}}, {u"Communication/m1"_s, {}}};
        draft.recorded = at;
        draft.activity = {u"B/verb"_s, u"reply"_s, {}};
        draft.agent = {u"PractitionerRole/r1"_s, u"Nils Nord"_s};
        draft.onBehalfOf = {u"Organization/u1"_s, {}};
        QCOMPARE(draft.json().bytes(),
            QByteArray(
                R"({"resourceType":"Provenance","id":"c1","meta":{"tag":[{"system":"B/sid/unit","code":"SE2321000016-A1"}]},)"
                R"("extension":[{"url":"B/commission","valueString":"SE2321000016-C1"}],"target":[{"reference":"Task/t1"},{"reference":"Communication/m1"}],)"
                R"("recorded":"2026-11-23T09:41:07.120Z","activity":{"coding":[{"system":"B/verb","code":"reply"}]},)"
                R"("agent":[{"who":{"reference":"PractitionerRole/r1","display":"Nils Nord"},"onBehalfOf":{"reference":"Organization/u1"}}]})"));
    }

    void parts()
    {
        QCOMPARE(annotationJson({u"PractitionerRole/r"_s, {}}, at, u"Ring").bytes(),
            QByteArray(R"({"authorReference":{"reference":"PractitionerRole/r"},"time":"2026-11-23T09:41:07.120Z","text":"Ring"})"));
        QCOMPARE(taskParameterJson({u"S"_s, u"journal"_s, {}}, "valueCode", Json::text(u"na")).bytes(),
            QByteArray(R"({"type":{"coding":[{"system":"S","code":"journal"}]},"valueCode":"na"})"));
        QCOMPARE(identifierJson(u"S", u"v").bytes(), QByteArray(R"({"system":"S","value":"v"})"));
        QCOMPARE(CodingDraft().conceptJson(u"bara text").bytes(), QByteArray(R"({"text":"bara text"})"));
    }

    void transactionIsTheSameEveryTime()
    {
        const QByteArray task = R"({ "resourceType" : "Task", "id":"t1", "unknown":0.10 })";
        const auto build = [&] {
            TransactionBuilder builder;
            builder.put("Communication", u"m1", reply().json().bytes()).put("Task", u"t1", task, u"a7"_s);
            return builder.post("AuditEvent", R"({"resourceType":"AuditEvent"})", u"identifier=x").bytes();
        };
        const QByteArray expected = R"({"resourceType":"Bundle","type":"transaction","entry":[{"resource":)" + reply().json().bytes()
            + R"(,"request":{"method":"PUT","url":"Communication/m1"}},{"resource":)" + task
            + ",\"request\":{\"method\":\"PUT\",\"url\":\"Task/t1\",\"ifMatch\":\"W/"
              "\\\"a7\\\"\"}},{\"resource\":{\"resourceType\":\"AuditEvent\"},"
            + R"("request":{"method":"POST","url":"AuditEvent","ifNoneExist":"identifier=x"}}]})";
        QCOMPARE(build(), expected);
        QCOMPARE(build(), build());
        QVERIFY(Document::parse(build()).has_value());
        QCOMPARE(Document::parse(build())->root()["entry"].at(1)["resource"].source().toByteArray(), task);
        QCOMPARE(TransactionBuilder().bytes(), QByteArray(R"({"resourceType":"Bundle","type":"transaction","entry":[]})"));
    }
};

QTEST_APPLESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
