// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/bundle.h"
#include "core/fhir/document.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

class TestBundle final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachVerbWritesWhatTheWireSays_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("writes");
        QTest::addColumn<QString>("task"); // a piece of the Task as it is sent
        const auto row = [](const char* name, care::Verb verb, const char* text, const char* writes, const char* task) {
            QTest::newRow(name) << static_cast<int>(verb) << QString::fromUtf8(text) << QString::fromLatin1(writes)
                                << QString::fromLatin1(task);
        };
        using care::Verb;
        row("take", Verb::Take, "", "Task Provenance", R"("reference":"PractitionerRole/role-anna")");
        row("partial", Verb::Partial, "Vi återkommer.", "Communication Task Provenance", R"("status":"in-progress")");
        row("question", Verb::Question, "Hur länge?", "Communication Task Provenance", R"("code":"waiting-resident")");
        row("reply", Verb::Reply, "Svar.", "Communication Task Provenance", R"("code":"answered")");
        row("note", Verb::Note, "Ringt.", "Task Provenance", R"("text":"Ringt.")");
        row("redirect", Verb::Redirect, "Fel enhet.", "Task Provenance", R"("status":"rejected")");
        row("withdraw", Verb::Withdraw, "", "Task Provenance", R"("status":"cancelled")");
    }
    void eachVerbWritesWhatTheWireSays()
    {
        QFETCH(int, verb);
        QFETCH(QString, text);
        QFETCH(QString, writes);
        QFETCH(QString, task);
        World world;
        world.populate(1);
        world.start();
        world.run();
        world.server.seen.clear();
        const QString id = world.act(static_cast<care::Verb>(verb), World::caseId(0), text);
        QVERIFY(!id.isEmpty());
        world.run(std::chrono::seconds(1));
        QByteArray sent;
        for (const net::Request& request : world.server.seen) {
            if (request.body.contains("\"type\":\"transaction\""))
                sent = request.body;
        }
        const auto document = fhir::Document::parse(sent);
        QVERIFY(document.has_value());
        const auto bundle = fhir::Bundle::of(document->root());
        QVERIFY(bundle.has_value());
        QCOMPARE(bundle->bundleType(), u"transaction"_s);
        QStringList types;
        for (const fhir::BundleEntry entry : bundle->entries()) {
            const QString type = entry.resource()["resourceType"].text();
            types << type;
            QCOMPARE(entry.request().method(), u"PUT"_s);
            QCOMPARE(entry.resource()["meta"]["tag"].at(0)["code"].text(), u"SE2321009999-1BHC"_s);
            QCOMPARE(entry.request().ifMatch().isEmpty(), type != "Task"_L1);
            if (type == "Task"_L1) {
                QVERIFY2(entry.resource().source().contains(task.toUtf8()), entry.resource().source().toByteArray().constData());
                QVERIFY(entry.resource().source().contains(R"("unknown":{"kept":0.10})"));
            }
            if (type == "Provenance"_L1) {
                QCOMPARE(entry.resource()["id"].text(), id);
                QCOMPARE(entry.resource()["target"].at(0)["reference"].text(), u"Task/"_s + World::caseId(0));
            }
        }
        QCOMPARE(types.join(u' '), writes);
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
