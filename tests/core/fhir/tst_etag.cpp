// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/etag.h"

#include <QTest>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;

class TestEtag final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QString>("version");
        const auto row = [](const char* name, const QByteArray& etag, const QString& version) { QTest::newRow(name) << etag << version; };
        row("weak", "W/\"3\"", u"3"_s);
        row("strong", "\"3\"", u"3"_s);
        row("bare", "3", u"3"_s);
        row("weak without quotes", "W/3", u"3"_s);
        row("small letter", "w/\"3\"", u"3"_s);
        row("blanks around", " W/\"3\" ", u"3"_s);
        row("opaque", "W/\"a1b2-c3.d4/e5\"", u"a1b2-c3.d4/e5"_s);
        row("leading zeros are kept", "W/\"007\"", u"007"_s);
        row("nothing", "", u"none"_s);
        row("empty quotes", "W/\"\"", u"none"_s);
        row("one quote", "W/\"3", u"none"_s);
        row("two tags", "W/\"3\", W/\"4\"", u"none"_s);
        row("line break", "W/\"3\r\nX-Evil: 1\"", u"none"_s);
        row("not ASCII", "W/\"\xC3\xA5\"", u"none"_s);
    }
    void reads()
    {
        QFETCH(QByteArray, etag);
        QFETCH(QString, version);
        QCOMPARE(versionOfEtag(etag).value_or(u"none"_s), version);
        QCOMPARE(versionOfEtag(QString::fromUtf8(etag)).value_or(u"none"_s), version);
        if (version != u"none"_s)
            QCOMPARE(versionOfEtag(etagOfVersion(version)), std::optional(version));
    }

    void writes() { QCOMPARE(etagOfVersion(u"3"), QByteArray("W/\"3\"")); }
};

QTEST_APPLESS_MAIN(TestEtag)
#include "tst_etag.moc"
