// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

// Codes of a table of docs/wire.md: the first column of the table whose header begins with `head`.
QSet<QString> codesUnder(const QString& page, const QString& head)
{
    QSet<QString> codes;
    bool inTable = false;
    for (const QString& line : page.split(u'\n')) {
        if (line.startsWith(head))
            inTable = true;
        else if (inTable && !line.startsWith(u'|'))
            return codes;
        else if (inTable && !line.startsWith("|--"_L1))
            codes.insert(line.section(u'|', 1, 1).trimmed());
    }
    return codes;
}

// Every {system, code} pair anywhere in a value.
void collect(const QJsonValue& value, QSet<QString>& found)
{
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            collect(item, found);
    }
    const QJsonObject object = value.toObject();
    const QString system = object[u"system"_s].toString();
    if (system.startsWith("https://mottaget.se/fhir/CodeSystem/"_L1))
        found.insert(system.section(u'/', -1) + u'|' + object[u"code"_s].toString());
    for (const QJsonValue& member : object)
        collect(member, found);
}

} // namespace

//! Client and region can't err alike: what both put on the wire is held against the tables of docs/wire.md.
class TestWire final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeOnTheWireStandsInTheDocument()
    {
        QFile file(QStringLiteral(MOTTAGET_DOCS "/wire.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        QHash<QString, QSet<QString>> known;
        known[u"case-type"_s] = codesUnder(page, u"| code | Swedish title"_s);
        known[u"case-input"_s] = codesUnder(page, u"| code | value | meaning |"_s)
            + QSet<QString> {u"drug"_s, u"strength"_s, u"dosage"_s, u"indication"_s, u"remaining"_s, u"line-number"_s};
        known[u"case-output"_s] = {u"outcome"_s, u"journal"_s};
        known[u"outcome"_s] = codesUnder(page, u"| outcome code"_s);
        known[u"message-kind"_s] = codesUnder(page, u"| message-kind | who"_s);
        known[u"verb"_s] = codesUnder(page, u"| verb | does"_s);
        known[u"business-status"_s] = {
            u"waiting-resident"_s, u"waiting-prescriber"_s, u"waiting-colleague"_s, u"answered"_s, u"transferred"_s};
        known[u"case-part"_s] = {u"renewal-line"_s};
        known[u"role"_s] = {u"receiver"_s, u"handler"_s, u"admin"_s, u"reviewer"_s};
        for (const char* table : {"case-type", "outcome", "message-kind", "verb"})
            QVERIFY2(known[QString::fromLatin1(table)].size() >= 5, table);
        for (const QString& code : known[u"verb"_s])
            QVERIFY2(page.contains(u"| "_s + code + u" |"_s), qPrintable(code));

        RegionProcess region;
        const QString transcript = region.file(u"transcript"_s);
        QVERIFY(region.start({u"--transcript"_s, transcript}));
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        for (const QStringList& act :
            {QStringList {u"ask"_s, u"--text"_s, u"Hur länge?"_s}, QStringList {u"partial"_s, u"--text"_s, u"Vi läser."_s},
                QStringList {u"close"_s, u"--outcome"_s, u"other"_s, u"--journal"_s, u"na"_s}})
            QCOMPARE(nurse.call(region.url(), QStringList {u"act"_s} + act + QStringList {u"--case"_s, id}).exit, 0);
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);

        QSet<QString> onTheWire;
        int exchanges = 0;
        QFile record(transcript);
        QVERIFY(record.open(QIODevice::ReadOnly));
        while (!record.atEnd()) {
            const QByteArray line = record.readLine();
            QVERIFY(!line.contains("demo:SE2321009999")); // never the token
            const QJsonObject exchange = QJsonDocument::fromJson(line).object();
            ++exchanges;
            for (const QJsonValue& member : exchange) {
                collect(member, onTheWire);
                for (const QJsonValue& part : member.toObject())
                    collect(part.isString() ? QJsonValue(QJsonDocument::fromJson(part.toString().toUtf8()).object()) : part, onTheWire);
                if (member.isString())
                    collect(QJsonDocument::fromJson(member.toString().toUtf8()).object(), onTheWire);
            }
        }
        QVERIFY(exchanges > 15);
        QVERIFY(onTheWire.contains(u"verb|question"_s) && onTheWire.contains(u"case-type|advice"_s));
        QStringList strangers;
        for (const QString& pair : onTheWire) {
            const QString system = pair.section(u'|', 0, 0);
            if (known.contains(system) && !known[system].contains(pair.section(u'|', 1)))
                strangers << pair;
        }
        strangers.sort();
        QCOMPARE(strangers, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
