// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/editor.h"

#include "fhirfixture.h"

#include <QTest>

#include <rapidcheck.h>

using namespace mottaget::fhir;
using fixture::leavesOf;

namespace {

template <typename T>
T oneOf(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

QByteArray space()
{
    return oneOf<QByteArray>({"", "", "", " ", "\n  ", "\t", " \r\n"});
}

QByteArray scalar()
{
    return oneOf<QByteArray>({"0.10", "-0", "1E+3", "12345678901234567890123", "true", "false", "null", "\"\"", "\"åäö\"",
        "\"\\u00e5\\n\\\"\"", "\"a,b:{}[]\"", "\"😀\""});
}

//! Any JSON text with any white space; names include some that need escapes.
QByteArray anyValue(int depth)
{
    const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 3);
    if (kind == 0)
        return scalar();
    const int count = *rc::gen::inRange(0, 4);
    QByteArrayList children;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = kind == 1 ? oneOf<QByteArray>({"k", "_k", "k\\\"", "\\u00e5"}) + QByteArray::number(i) : QByteArray();
        const QByteArray key = kind == 1 ? '"' + name + '"' + space() + ':' + space() : QByteArray();
        children << space() + key + anyValue(depth - 1) + space();
    }
    const QByteArray inside = count == 0 ? space() : children.join(',');
    return kind == 1 ? '{' + inside + '}' : '[' + inside + ']';
}

QByteArray anyDocument()
{
    return space() + "{\"first\":" + anyValue(3) + space() + ",\"second\"" + space() + ':' + anyValue(3) + '}' + space();
}

//! A walk down from the root to any value below it.
Path anyPath(Element root)
{
    Path path;
    Element here = root;
    do {
        const auto index = *rc::gen::inRange<qsizetype>(0, here.size());
        const Element child = *std::next(here.begin(), index);
        path << (here.isObject() ? Step(child.key()) : Step(index));
        here = child;
    } while (here.size() > 0 && *rc::gen::arbitrary<bool>());
    return path;
}

QByteArray textOf(const Path& path)
{
    QByteArray text;
    for (const Step& step : path)
        text += '/' + (step.key() != nullptr ? *step.key() : QByteArray::number(*step.index()));
    return text;
}

Element at(Element root, const Path& path)
{
    for (const Step& step : path)
        root = step.key() != nullptr ? root[*step.key()] : root.at(*step.index());
    return root;
}

QMap<QByteArray, QByteArray> without(QMap<QByteArray, QByteArray> leaves, const QByteArray& path)
{
    const QByteArray below = path + '/';
    leaves.removeIf([&](QMap<QByteArray, QByteArray>::iterator leaf) { return leaf.key() == path || leaf.key().startsWith(below); });
    return leaves;
}

Json anyJson()
{
    const QByteArray bytes = anyValue(2);
    return Json::verbatim(Document::parse(bytes)->root());
}

} // namespace

class TestEditProperties final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingEditedNothingChanged()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = anyDocument();
            RC_ASSERT(Editor::of(bytes)->bytes() == bytes);
        }));
    }

    void setChangesOnlyItsPlaceAndCanBeUndone()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = anyDocument();
            Editor editor = Editor::of(bytes).value();
            const Path path = anyPath(editor.root());
            const Json old = Json::verbatim(at(editor.root(), path));
            const Json value = anyJson();
            const auto others = without(leavesOf(editor.root()), textOf(path));
            RC_ASSERT(editor.set(path, value).has_value());
            RC_ASSERT(at(editor.root(), path).source() == value.bytes());
            RC_ASSERT(without(leavesOf(editor.root()), textOf(path)) == others);
            RC_ASSERT(editor.set(path, old).has_value());
            RC_ASSERT(editor.bytes() == bytes);
        }));
    }

    void whatIsAddedCanBeTakenAway()
    {
        QVERIFY(rc::check([] {
            const QByteArray bytes = anyDocument();
            Editor editor = Editor::of(bytes).value();
            Path path = anyPath(editor.root());
            while (!path.isEmpty() && at(editor.root(), path).size() == 0)
                path.removeLast();
            const Element parent = at(editor.root(), path);
            path << (parent.isObject() ? Step("new") : Step(parent.size()));
            const Json value = anyJson();
            const auto before = leavesOf(editor.root());
            RC_ASSERT(editor.set(path, value).has_value());
            RC_ASSERT(at(editor.root(), path).source() == value.bytes());
            RC_ASSERT(without(leavesOf(editor.root()), textOf(path)) == before);
            RC_ASSERT(editor.remove(path).has_value());
            RC_ASSERT(editor.bytes() == bytes);
        }));
    }

    void removalTakesItsPlaceAndNoOther()
    {
        QVERIFY(rc::check([] {
            Editor editor = Editor::of(anyDocument()).value();
            // A member, as the items after a removed one move up; the topmost, as emptied containers go too.
            const Path path {Step(oneOf<QByteArray>({"first", "second"}))};
            const auto others = without(leavesOf(editor.root()), textOf(path));
            RC_ASSERT(editor.remove(path).has_value());
            RC_ASSERT(leavesOf(editor.root()) == others);
        }));
    }
};

QTEST_APPLESS_MAIN(TestEditProperties)
#include "tst_editproperties.moc"
