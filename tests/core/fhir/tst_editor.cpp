// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/editor.h"

#include "fhirfixture.h"

#include <QTest>

#include <functional>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;

using Edit = std::function<mottaget::Result<void, EditError>(Editor&)>;
Q_DECLARE_METATYPE(Edit)

namespace {

Edit set(const Path& path, const Json& value)
{
    return [=](Editor& editor) { return editor.set(path, value); };
}

Edit append(const Path& path, const Json& value)
{
    return [=](Editor& editor) { return editor.append(path, value); };
}

Edit removal(const Path& path)
{
    return [=](Editor& editor) { return editor.remove(path); };
}

} // namespace

class TestEditor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const Edit& edit, const char* after) {
            QTest::newRow(name) << QByteArray(before) << edit << QByteArray(after);
        };
        const Json x = Json::text(u"x");
        row("replaces a value", R"({ "a" : 0.10, "b" : "old" , "c":[ ] })", set({"b"}, x), R"({ "a" : 0.10, "b" : "x" , "c":[ ] })");
        row("replaces by another kind", R"({"a":{"b":1}})", set({"a"}, Json::boolean(true)), R"({"a":true})");
        row("replaces deep down", R"({"a":[{"b":1},{"b":2}]})", set({"a", 1, "b"}, x), R"({"a":[{"b":1},{"b":"x"}]})");
        row("adds to an empty object", "{}", set({"a"}, x), R"({"a":"x"})");
        row("adds to an empty object with space", "{ \n}", set({"a"}, x), "{\"a\":\"x\" \n}");
        row("adds compactly", R"({"b":1})", set({"a"}, x), R"({"b":1,"a":"x"})");
        row("adds in the style of the neighbours", "{\n  \"b\": 1,\n  \"c\": 2\n}", set({"a"}, x),
            "{\n  \"b\": 1,\n  \"c\": 2,\n  \"a\": \"x\"\n}");
        row("adds an item in the style of the neighbours", "{\"a\": [\n 1,\n 2\n]}", append({"a"}, x), "{\"a\": [\n 1,\n 2,\n \"x\"\n]}");
        row("makes what is missing", R"({"id":"1"})", set({"meta", "tag", 0, "code"}, x), R"({"id":"1","meta":{"tag":[{"code":"x"}]}})");
        row("sets one past the end", R"({"a":[1]})", set({"a", 1}, x), R"({"a":[1,"x"]})");
        row("appends", R"({"note":[{"text":"a"}]})", append({"note"}, Json::object().with("text", x)),
            R"({"note":[{"text":"a"},{"text":"x"}]})");
        row("appends to what is missing", "{}", append({"note"}, x), R"({"note":["x"]})");
        row("appends deep to what is missing", "{}", append({"a", "b"}, x), R"({"a":{"b":["x"]}})");
        row("name that needs escaping", "{}", set({QByteArray("a\"")}, x), "{\"a\\\"\":\"x\"}");
        row("finds an escaped name", "{\"st\\u0061tus\":\"old\"}", set({"status"}, x), "{\"st\\u0061tus\":\"x\"}");
        row("removes the first", R"({ "a":1, "b":2 })", removal({"a"}), R"({ "b":2 })");
        row("removes the middle", R"({"a":1 , "b":2 , "c":3})", removal({"b"}), R"({"a":1 , "c":3})");
        row("removes the last", R"({"a":1,"b":2 })", removal({"b"}), R"({"a":1 })");
        row("removes the only member of the root", R"({"a":1})", removal({"a"}), "{}");
        row("removes an item", R"({"a":[1, 2, 3]})", removal({"a", 1}), R"({"a":[1, 3]})");
        row("leaves no empty container", R"({"a":{"b":[{"c":1}]},"d":2})", removal({"a", "b", 0, "c"}), R"({"d":2})");
        row("removes nothing when nothing is there", R"({"a": 1})", removal({"b", "c"}), R"({"a": 1})");
    }
    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(Edit, edit);
        QFETCH(QByteArray, after);
        Editor editor = Editor::of(before).value();
        QVERIFY(edit(editor).has_value());
        QCOMPARE(editor.bytes(), after);
    }

    void refuses_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<int>("code");
        QTest::addColumn<qsizetype>("step");
        using Code = EditError::Code;
        const auto row = [](const char* name, const Edit& edit, Code code, qsizetype step) {
            QTest::newRow(name) << edit << int(code) << step;
        };
        const Json x = Json::text(u"x");
        row("name in a text", set({"t", "a"}, x), Code::WrongKind, 1);
        row("name in an array", set({"l", "a"}, x), Code::WrongKind, 1);
        row("index in an object", set({0}, x), Code::WrongKind, 0);
        row("index far off", set({"l", 7}, x), Code::NoSuchIndex, 1);
        row("negative index", set({"l", -1}, x), Code::NoSuchIndex, 1);
        row("second item of a new array", set({"new", 1}, x), Code::NoSuchIndex, 1);
        row("append to a text", append({"t"}, x), Code::WrongKind, 1);
        row("remove inside a text", removal({"t", 0}), Code::WrongKind, 1);
        row("too deep", set({"d"}, Json::array({Json::array({Json::array()})})), Code::TooLarge, 0);
    }
    void refuses()
    {
        QFETCH(Edit, edit);
        QFETCH(int, code);
        QFETCH(qsizetype, step);
        const QByteArray before = R"({"t":"text","l":[1]})";
        Editor editor = Editor::of(before, Limits {1000, 3, 1000}).value();
        const auto result = edit(editor);
        QVERIFY(!result.has_value());
        QCOMPARE(int(result.error().code), code);
        QCOMPARE(result.error().step, step);
        QCOMPARE(editor.bytes(), before);
    }

    void refusesBadSource() { QCOMPARE(Editor::of("{\"a\":").error(), (ParseError {ParseError::Code::Truncated, 5})); }

    void untouchedExamplesKeepEveryByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const QString& name : fixture::exampleNames())
            QTest::newRow(qPrintable(name)) << fixture::example(name);
    }
    void untouchedExamplesKeepEveryByte()
    {
        QFETCH(QByteArray, bytes);
        Editor editor = Editor::of(bytes).value();
        QCOMPARE(editor.bytes(), bytes);
        auto leaves = fixture::leavesOf(editor.root());
        QVERIFY(editor.set({"meta", "versionId"}, Json::text(u"2")).has_value());
        leaves.insert("/meta/versionId", "\"2\"");
        QCOMPARE(fixture::leavesOf(editor.root()), leaves);
        QVERIFY(editor.remove({"meta", "versionId"}).has_value());
        QCOMPARE(editor.bytes(), bytes);
    }

    void aClaimedTask()
    {
        const QByteArray before = fixture::example(u"task-example1.json"_s);
        Editor editor = Editor::of(before).value();
        QVERIFY(editor.set({"status"}, Json::text(u"on-hold")).has_value());
        QVERIFY(editor.set({"businessStatus"}, Json::object().with("text", u"väntar")).has_value());
        QVERIFY(editor.append({"note"}, Json::object().with("text", u"Ringt")).has_value());
        auto expected = before;
        expected.replace(R"("status": "in-progress", )", R"("status": "on-hold", )");
        expected.replace(R"("businessStatus": {"text": "waiting for specimen"})", R"("businessStatus": {"text":"väntar"})");
        expected.replace("sendout lab test \"}]", "sendout lab test \"},{\"text\":\"Ringt\"}]");
        QCOMPARE(editor.bytes(), expected);
    }
};

QTEST_APPLESS_MAIN(TestEditor)
#include "tst_editor.moc"
