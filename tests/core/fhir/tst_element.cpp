// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/document.h"

#include "fhirfixture.h"

#include <QTest>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;

class TestElement final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_document.emplace(Document::parse(m_bytes).value()); }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("source");
        using Kind = Element::Kind;
        const auto row = [](const char* key, Kind kind, qsizetype size, const QString& text, const char* number, const char* source) {
            QTest::newRow(key) << QByteArray(key) << int(kind) << size << text << QByteArray(number) << QByteArray(source);
        };
        row("text", Kind::String, 0, u"Åsa \"A\"\n"_s, "", "\"Åsa \\\"A\\\"\\n\"");
        row("face", Kind::String, 0, u"😀/å"_s, "", "\"\\ud83d\\ude00\\/\\u00E5\"");
        row("empty", Kind::String, 0, u""_s, "", R"("")");
        row("number", Kind::Number, 0, u""_s, "0.10", "0.10");
        row("huge", Kind::Number, 0, u""_s, "1E400", "1E400");
        row("yes", Kind::Bool, 0, u""_s, "", "true");
        row("none", Kind::Null, 0, u""_s, "", "null");
        row("list", Kind::Array, 3, u""_s, "", R"([1 , "two",[]])");
        row("object", Kind::Object, 1, u""_s, "", R"({"a":{"b" : 1}})");
        row("name", Kind::String, 0, u"escaped name"_s, "", R"("escaped name")");
        row("missing", Kind::Absent, 0, u""_s, "", "");
        row("tex", Kind::Absent, 0, u""_s, "", "");
        row("texts", Kind::Absent, 0, u""_s, "", "");
    }
    void reads()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, kind);
        QFETCH(qsizetype, size);
        QFETCH(QString, text);
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, source);
        const Element element = m_document->root()[key];
        QCOMPARE(int(element.kind()), kind);
        QCOMPARE(element.isPresent(), element.kind() != Element::Kind::Absent);
        QCOMPARE(element.size(), size);
        QCOMPARE(element.text(), text);
        QCOMPARE(element.utf8(), text.toUtf8());
        QCOMPARE(element.is(text.toUtf8()), element.kind() == Element::Kind::String);
        QCOMPARE(element.number().toByteArray(), number);
        QCOMPARE(element.source().toByteArray(), source);
        QCOMPARE(element.key(), element.isPresent() ? key : QByteArray());
        if (element.isPresent())
            QVERIFY(m_bytes.sliced(element.offset()).startsWith(source));
    }

    void integers_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<qint64>("value");
        QTest::newRow("zero") << QByteArray("0") << true << qint64(0);
        QTest::newRow("negative") << QByteArray("-17") << true << qint64(-17);
        QTest::newRow("largest") << QByteArray("9223372036854775807") << true << std::numeric_limits<qint64>::max();
        QTest::newRow("one more") << QByteArray("9223372036854775808") << false << qint64(0);
        QTest::newRow("fraction") << QByteArray("1.0") << false << qint64(0);
        QTest::newRow("exponent") << QByteArray("1e3") << false << qint64(0);
        QTest::newRow("text") << QByteArray("\"3\"") << false << qint64(0);
    }
    void integers()
    {
        QFETCH(QByteArray, number);
        QFETCH(bool, fits);
        QFETCH(qint64, value);
        const auto document = Document::parse(number).value();
        QCOMPARE(document.root().integer(), fits ? std::optional(value) : std::nullopt);
    }

    void walksInOrder()
    {
        QByteArrayList keys;
        for (const Element member : m_document->root())
            keys << member.key();
        QCOMPARE(keys,
            (QByteArrayList {"text", "face", "empty", "number", "huge", "yes", "none", "list", "object", "name", "valueSet", "valuer",
                "_valueX", "value", "valueCode"}));
        QByteArrayList items;
        for (const Element item : m_document->root()["list"])
            items << item.source().toByteArray();
        QCOMPARE(items, (QByteArrayList {"1", "\"two\"", "[]"}));
    }

    void pathsNeedNoChecks()
    {
        const Element root = m_document->root();
        QCOMPARE(root["object"]["a"]["b"].integer(), std::optional<qint64>(1));
        QCOMPARE(root["list"].at(1).text(), u"two"_s);
        QVERIFY(!root["list"].at(3).isPresent());
        QVERIFY(!root["list"].at(-1).isPresent());
        QVERIFY(!root["text"]["a"].at(0)["b"].isPresent());
        QVERIFY(!root.at(0).isPresent());
        QVERIFY(!root["list"]["a"].isPresent());
        QCOMPARE(root["text"].begin(), root["text"].end());
        QCOMPARE(Element().begin(), Element().end());
        QCOMPARE(Element().offset(), qsizetype(-1));
        QCOMPARE(root["yes"].boolean(), std::optional(true));
        QCOMPARE(root["none"].boolean(), std::optional<bool>());
    }

    void choosesTheTypedValue()
    {
        const Element root = m_document->root();
        QCOMPARE(root.choice("value").key(), QByteArray("valueSet"));
        QVERIFY(!root.choice("empty").isPresent());
        QVERIFY(!root["list"].choice("value").isPresent());
    }

    void isComparesMeaning()
    {
        const auto document = Document::parse("[\"\\u0061\\\\\", \"a\\\\\\\\\"]").value();
        QVERIFY(document.root().at(0).is("a\\"));
        QVERIFY(!document.root().at(0).is("\\u0061\\\\"));
        QVERIFY(document.root().at(1).is("a\\\\"));
        QVERIFY(!document.root().at(1).is("a\\"));
    }

private:
    const QByteArray m_bytes = "{ \"text\":\"Åsa \\\"A\\\"\\n\",\"face\":\"\\ud83d\\ude00\\/\\u00E5\",\"empty\":\"\", \"number\": 0.10,\n"
                               " \"huge\":1E400,\"yes\":true,\"none\":null,\"list\":[1 , \"two\",[]],\"object\" : {\"a\":{\"b\" : "
                               "1}},\"n\\u0061me\":\"escaped name\",\n"
                               " \"valueSet\":1,\"valuer\":2,\"_valueX\":3,\"value\":4,\"valueCode\":5}";
    std::optional<Document> m_document;
};

QTEST_APPLESS_MAIN(TestElement)
#include "tst_element.moc"
