// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/mapping.h"
#include "world.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray label = "\"meta\":{\"security\":[{\"system\":\"http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel\",\"code\":\"";

store::StoredResource personOf(const QString& type, const QByteArray& members)
{
    store::StoredResource resource;
    resource.type = type;
    resource.id = u"p"_s;
    resource.body = "{\"resourceType\":\"" + type.toUtf8() + "\",\"id\":\"p\"," + members + "}";
    return resource;
}

//! Every text and every byte of every table of the cache, as SQLite gives it.
QByteArray plainRows(store::Stores& stores)
{
    QByteArray all;
    for (const char* sql : {"SELECT body FROM resource", "SELECT family||given||identity||subject||owner_name FROM case_row",
             "SELECT words FROM case_search", "SELECT name||value FROM mark"}) {
        store::Statement rows = stores.cache().prepare(sql);
        if (!rows.exec())
            return {};
        while (rows.next())
            all += rows.value(0).toByteArray() + '\n';
    }
    return all;
}

} // namespace

//! Of a person with protected identity nothing lies on the device but that there is one.
class TestProtected final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReduced_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("kept"); //!< beside type, id and meta; "all": as it came
        QTest::newRow("confidentiality mark") << u"Patient"_s << QByteArray("sekretessmarkering") << QByteArray() << QByteArray();
        QTest::newRow("protected registration") << u"Patient"_s << QByteArray("skyddadFolkbokforing") << QByteArray() << QByteArray();
        QTest::newRow("another label") << u"Patient"_s << QByteArray("annat") << QByteArray() << QByteArray("all");
        QTest::newRow("dead") << u"Patient"_s << QByteArray("sekretessmarkering") << QByteArray(",\"deceasedBoolean\":true")
                              << QByteArray(",\"deceasedBoolean\":true");
        QTest::newRow("dead since a day") << u"Patient"_s << QByteArray("sekretessmarkering")
                                          << QByteArray(",\"deceasedDateTime\":\"2026-01-02\"") << QByteArray(",\"deceasedBoolean\":true");
        QTest::newRow("guardian") << u"RelatedPerson"_s << QByteArray("sekretessmarkering")
                                  << QByteArray(",\"patient\":{\"reference\":\"Patient/x\"}")
                                  << QByteArray(",\"patient\":{\"reference\":\"Patient/x\"}");
    }
    void isReduced()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, kept);
        const QByteArray meta = label + code + "\"}]}";
        const store::StoredResource came = personOf(type,
            meta
                + ",\"name\":[{\"family\":\"Hemlig\"}],\"telecom\":[{\"system\":\"phone\",\"value\":\"070\"}],"
                  "\"birthDate\":\"1990-01-01\""
                + more);
        const QByteArray expected = kept == "all" ? came.body : personOf(type, meta + kept).body;
        QCOMPARE(sync::asKept(came), expected);
    }

    void nothingOfItLiesInTheCache()
    {
        World world;
        world.populate(3);
        const QString id = world.server.idsOf(u"Patient"_s).first();
        const QByteArray secret = "{\"resourceType\":\"Patient\",\"id\":\"" + id.toUtf8() + "\"," + label
            + "sekretessmarkering\"}]},\"identifier\":[{\"system\":\"urn:oid:1.2.752.129.2.1.3.1\",\"value\":\"MARKNUMMER\"}],"
              "\"name\":[{\"family\":\"Markfamilj\",\"given\":[\"Markfornamn\"]}],"
              "\"telecom\":[{\"system\":\"phone\",\"value\":\"MARKTELEFON\"}],"
              "\"address\":[{\"line\":[\"MARKGATAN 1\"]}],\"contact\":[{\"name\":{\"family\":\"MARKNARA\"}}],\"birthDate\":\"1931-02-03\"}";
        world.server.put(u"Patient"_s, id, secret);
        world.start();
        world.run();
        const QByteArray rows = plainRows(*world.stores);
        QVERIFY(rows.contains("sekretessmarkering"));
        for (const char* mark : {"MARKNUMMER", "Markfamilj", "Markfornamn", "MARKTELEFON", "MARKGATAN", "MARKNARA", "1931-02-03"})
            QVERIFY2(!rows.contains(mark), mark);
    }
};

QTEST_GUILESS_MAIN(TestProtected)
#include "tst_protected.moc"
