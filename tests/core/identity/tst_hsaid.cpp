// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/hsaid.h"

#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

class TestHsaId final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& text, const QString& outcome) { QTest::newRow(name) << text << outcome; };
        row("local part of small letters", u"SE2321000016-1hz5"_s, u"2321000016"_s);
        row("local part of capitals", u"SE5565594230-B9D"_s, u"5565594230"_s);
        row("prefix 16", u"SE162321000024-11B"_s, u"2321000024"_s);
        row("local part of digits", u"SE165565594230-1000"_s, u"5565594230"_s);
        row("long local part", u"SE2321000131-P000000123456"_s, u"2321000131"_s);
        row("blanks around", u" SE2321000131-P01\n"_s, u"2321000131"_s);
        row("small letters", u"se2321000131-p01"_s, u"2321000131"_s);
        row("hyphen in the local part", u"SE2321000131-A-1"_s, u"2321000131"_s);
        row("exactly 32 characters", u"SE2321000131-P000000123456789012"_s.first(32), u"2321000131"_s);
        row("33 characters", u"SE2321000131-P0000001234567890123"_s, u"too long"_s);
        row("nothing", u"  "_s, u"empty"_s);
        row("no local part", u"SE2321000131-"_s, u"form"_s);
        row("no hyphen", u"SE2321000131P01"_s, u"form"_s);
        row("other country", u"NO2321000131-P01"_s, u"form"_s);
        row("nine digits", u"SE232100013-P01"_s, u"form"_s);
        row("twelve digits, other prefix", u"SE172321000024-11B"_s, u"form"_s);
        row("letter in the organisation number", u"SE23210O0131-P01"_s, u"form"_s);
        row("blank inside", u"SE2321000131-P 1"_s, u"form"_s);
        row("Swedish letter", u"SE2321000131-Å1"_s, u"form"_s);
        row("hyphen at the end", u"SE2321000131-P1-"_s, u"form"_s);
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, outcome);
        const auto parsed = parseHsaId(text);
        const QMap<HsaIdError, QString> errors {
            {HsaIdError::Empty, u"empty"_s}, {HsaIdError::TooLong, u"too long"_s}, {HsaIdError::Form, u"form"_s}};
        QCOMPARE(parsed ? parsed->organisationNumber() : errors.value(parsed.error()), outcome);
        QVERIFY(!parsed || parsed->text() == text.trimmed());
    }

    void caseMakesNoDifference()
    {
        const auto a = parseHsaId(u"SE2321000016-1hz5").value();
        const auto b = parseHsaId(u"se2321000016-1HZ5").value();
        const auto c = parseHsaId(u"SE2321000016-1hz6").value();
        QVERIFY(a == b);
        QCOMPARE(qHash(a), qHash(b));
        QVERIFY(!(a < b) && !(b < a));
        QVERIFY(a != c);
        QVERIFY(a < c);
        QVERIFY(HsaId().isEmpty());
        QCOMPARE(HsaId().organisationNumber(), QString());
    }
};

QTEST_APPLESS_MAIN(TestHsaId)
#include "tst_hsaid.moc"
