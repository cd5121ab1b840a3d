// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/document.h"

#include "fhirfixture.h"

#include <QTest>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;
using fixture::verdict;

class TestDocument final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char* name, const QByteArray& bytes, const char* outcome) {
            QTest::newRow(name) << bytes << QByteArray(outcome);
        };
        row("nothing", "", "Empty@0");
        row("white space", " \r\n\t ", "Empty@0");
        row("captive portal", "\n<!DOCTYPE html><html><head><title>Wifi</title>", "Html@1");
        row("page without doctype", "<HTML><body>502</body></HTML>", "Html@0");
        row("XHTML", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "Html@0");
        row("FHIR XML", "<?xml version=\"1.0\"?><Bundle xmlns=\"http://hl7.org/fhir\"/>", "Xml@0");
        row("byte order mark", "\xEF\xBB\xBF{}", "ByteOrderMark@0");
        row("UTF-16", QByteArray("{\0}\0", 4), "Syntax@1");
        row("text", "Bad Gateway", "Syntax@0");
        row("unquoted name", "{a:1}", "Syntax@1");
        row("single quotes", "{'a':1}", "Syntax@1");
        row("comma at the end of an object", "{\"a\":1,}", "Syntax@7");
        row("comma at the end of an array", "[1,2,]", "Syntax@5");
        row("comma first", "[,1]", "Syntax@1");
        row("no comma", "[1 2]", "Syntax@3");
        row("no colon", "{\"a\" 1}", "Syntax@5");
        row("two colons", "{\"a\"::1}", "Syntax@5");
        row("brackets of two kinds", "[1}", "Syntax@2");
        row("value where a name belongs", "{1:2}", "Syntax@1");
        row("comment", "{/* */}", "Syntax@1");
        row("NaN", "{\"a\":NaN}", "Syntax@5");
        row("True", "[True]", "Syntax@1");
        row("truex", "[truex]", "Syntax@1");
        row("NUL between tokens", QByteArray("[1,\0 2]", 7), "Syntax@3");
        row("glued strings", "[\"a\"\"b\"]", "Syntax@4");
        row("glued number and string", "[1\"b\"]", "BadNumber@1");
        row("two documents", "{}{}", "TrailingContent@2");
        row("text after the end", "{} x", "TrailingContent@3");
        row("cut after a bracket", "{", "Truncated@1");
        row("cut in a name", "{\"resour", "Truncated@8");
        row("cut after a name", "{\"a\"", "Truncated@4");
        row("cut after a colon", "{\"a\":", "Truncated@5");
        row("cut in a literal", "{\"a\":tr", "Truncated@7");
        row("cut in a number", "{\"a\":-", "Truncated@6");
        row("cut after a value", "{\"a\":[1", "Truncated@7");
        row("cut after an array", "{\"a\":[1]", "Truncated@8");
        row("cut in an escape", "{\"a\":\"\\u00", "Truncated@10");
        row("cut in a character", "{\"a\":\"\xC3", "Truncated@7");
        row("leading zero", "[01]", "BadNumber@1");
        row("plus", "[+1]", "Syntax@1");
        row("dot at the end", "[1.]", "BadNumber@1");
        row("dot first", "[.5]", "Syntax@1");
        row("empty exponent", "[1e]", "BadNumber@1");
        row("two dots", "[1.2.3]", "BadNumber@1");
        row("hexadecimal", "[0x10]", "BadNumber@1");
        row("minus alone", "[-]", "BadNumber@1");
        row("control character in a string", "[\"a\nb\"]", "ControlCharacter@3");
        row("NUL in a string", QByteArray("[\"a\0b\"]", 7), "ControlCharacter@3");
        row("escaped NUL", "[\"a\\u0000\"]", "BadEscape@3");
        row("unknown escape", "[\"\\x41\"]", "BadEscape@2");
        row("short escape", "[\"\\u12G4\"]", "BadEscape@2");
        row("lone high surrogate", "[\"\\ud83d\"]", "BadEscape@2");
        row("lone low surrogate", "[\"ab\\ude00\"]", "BadEscape@4");
        row("surrogates the wrong way round", "[\"\\ude00\\ud83d\"]", "BadEscape@2");
        row("high surrogate before a letter", "[\"\\ud83dx\"]", "BadEscape@2");
        row("bad escape in a name", "{\"\\q\":1}", "BadEscape@2");
        row("Latin-1", "[\"r\xE4tt\"]", "BadUtf8@3");
        row("overlong", "[\"\xC0\xAF\"]", "BadUtf8@2");
        row("surrogate in UTF-8", "[\"\xED\xA0\x80\"]", "BadUtf8@2");
        row("beyond Unicode", "[\"\xF4\x90\x80\x80\"]", "BadUtf8@2");
        row("continuation alone", "[\"\x80\"]", "BadUtf8@2");
        row("bad UTF-8 outside strings", "[1,\xFF]", "BadUtf8@3");
        row("name twice", "{\"a\":1,\"b\":2,\"a\":3}", "DuplicateKey@13");
        row("name twice deep down", "{\"x\":[{\"a\":1,\"a\":1}]}", "DuplicateKey@13");
        row("name twice, once escaped", "{\"id\":1,\"\\u0069d\":2}", "DuplicateKey@8");
        row("empty name twice", "{\"\":1,\"\":2}", "DuplicateKey@6");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, outcome);
        QCOMPARE(verdict(Document::parse(bytes)), outcome);
    }

    void takes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qsizetype>("elements");
        const auto row = [](const char* name, const QByteArray& bytes, qsizetype elements) { QTest::newRow(name) << bytes << elements; };
        row("empty object", "{}", 1);
        row("empty array with space", " [ \n ] ", 1);
        row("scalar root", "\"text\"", 1);
        row("number root", " 0.10 ", 1);
        row("all kinds", "{\"a\":[null,true,false,-0,1.50E+3,\"\\\"\",{}]}", 9);
        row("escapes of all kinds", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e5\\ud83d\\ude00\"]", 2);
        row("same name in two objects", R"([{"a":1},{"a":2}])", 5);
        row("names that differ by case", R"({"a":1,"A":2})", 3);
        row("number longer than any type", "[123456789012345678901234567890.000000000000000000000000000001e-99999]", 2);
        row("integer beyond 64 bits", "[99999999999999999999999]", 2);
        row("delete character and line separator", "[\"\x7F\xE2\x80\xA8\"]", 2);
    }
    void takes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qsizetype, elements);
        const auto document = Document::parse(bytes);
        QCOMPARE(verdict(document), QByteArray("fine"));
        QCOMPARE(document->source().toByteArray(), bytes);
        QCOMPARE(document->elementCount(), elements);
    }

    void manyNames_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("twin");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("few, none twice") << 20 << -1 << QByteArray("fine");
        QTest::newRow("many, none twice") << 50'000 << -1 << QByteArray("fine");
        QTest::newRow("few, first twice") << 20 << 0 << QByteArray("DuplicateKey");
        QTest::newRow("many, first twice") << 50'000 << 0 << QByteArray("DuplicateKey");
        QTest::newRow("many, last twice") << 50'000 << 49'999 << QByteArray("DuplicateKey");
    }
    void manyNames()
    {
        QFETCH(int, count);
        QFETCH(int, twin);
        QFETCH(QByteArray, outcome);
        QByteArrayList members;
        for (int i = 0; i < count; ++i)
            members << "\"name" + QByteArray::number(i) + "\":0";
        if (twin >= 0)
            members << "\"name" + QByteArray::number(twin) + "\":1";
        const QByteArray bytes = '{' + members.join(',') + '}';
        const auto document = Document::parse(bytes);
        QCOMPARE(verdict(document).split('@').first(), outcome);
        QVERIFY(document || document.error().offset == bytes.lastIndexOf("\"name"));
    }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char* name, const QByteArray& bytes, const char* outcome) {
            QTest::newRow(name) << bytes << QByteArray(outcome);
        };
        row("as deep as allowed", "[[{}]]", "fine");
        row("too deep", "[[[{}]]]", "TooDeep@3");
        row("as many as allowed", "[1,2,3,4,5]", "fine");
        row("too many", "[1,2,3,4,5,6]", "TooManyElements@11");
        row("as long as allowed", "[\"12345678901234567\"]", "fine");
        row("too long", "[\"123456789012345678\"]", "TooLarge@-1");
    }
    void limits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, outcome);
        QCOMPARE(verdict(Document::parse(bytes, Limits {21, 3, 6})), outcome);
    }

    void elementsSurviveAMove()
    {
        auto first = Document::parse(R"({"id":"x","n":0.10})").value();
        const Element id = first.root()["id"];
        Document second = std::move(first);
        QCOMPARE(id.text(), u"x"_s);
        QCOMPARE(second.root()["n"].source().toByteArray(), QByteArray("0.10"));
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
