// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/json.h"

#include "fhirfixture.h"

#include <QTest>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;

class TestJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const Json& json, const char* expected) {
            QTest::newRow(name) << json.bytes() << QByteArray(expected);
        };
        row("text", Json::text(u"Hej på dig"), "\"Hej på dig\"");
        row("quotes and breaks", Json::text(u"\"a\"\\b\n\r\t\b\f"), "\"\\\"a\\\"\\\\b\\n\\r\\t\\b\\f\"");
        row("other control characters", Json::text(u"\u0001\u001f"), "\"\\u0001\\u001f\"");
        row("emoji", Json::text(u"😀"), "\"😀\"");
        row("slash stays", Json::text(u"a/b"), "\"a/b\"");
        row("boolean", Json::boolean(false), "false");
        row("integer", Json::integer(-5), "-5");
        row("decimal as written", Json::number("0.10"), "0.10");
        row("instant", Json::instant(QDateTime(QDate(2026, 11, 23), QTime(9, 41, 7, 120), Qt::UTC)), "\"2026-11-23T09:41:07.120Z\"");
        row("empty object", Json::object(), "{}");
        row("empty array", Json::array(), "[]");
        row("array", Json::array({Json::integer(1), Json::text(u"b"), Json::array()}), R"([1,"b",[]])");
        row("object in the order given", Json::object().with("b", Json::integer(1)).with("a", u"x").with("\"", Json::boolean(true)),
            "{\"b\":1,\"a\":\"x\",\"\\\"\":true}");
        row("empty values left out",
            Json::object()
                .withUnlessEmpty("a", u"")
                .withUnlessEmpty("b", Json::array())
                .withUnlessEmpty("c", Json::object())
                .withUnlessEmpty("d", u"x")
                .withUnlessEmpty("e", Json::integer(0)),
            R"({"d":"x","e":0})");
    }
    void writes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(bytes, expected);
        QVERIFY(Document::parse(bytes).has_value());
    }

    void textComesBack()
    {
        QString all;
        for (char16_t unit = 1; unit < 0xD800; ++unit)
            all += QChar(unit);
        all += u"😀"_s;
        const Json json = Json::text(all);
        QCOMPARE(Document::parse(json.bytes())->root().text(), all);
    }

    void verbatimKeepsEveryByte()
    {
        const auto document = Document::parse(R"({"a": { "n" : 0.10, "x":[ ] },"e":{ }})").value();
        const Json a = Json::verbatim(document.root()["a"]);
        QCOMPARE(a.bytes(), QByteArray(R"({ "n" : 0.10, "x":[ ] })"));
        QCOMPARE(a.with("m", Json::integer(1)).bytes(), QByteArray(R"({ "n" : 0.10, "x":[ ] ,"m":1})"));
        QCOMPARE(Json::verbatim(document.root()["e"]).with("m", Json::integer(1)).bytes(), QByteArray(R"({ "m":1})"));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
