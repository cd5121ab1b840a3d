// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/bundle.h"
#include "core/fhir/communication.h"
#include "core/fhir/people.h"
#include "core/fhir/provenance.h"
#include "core/fhir/questionnaire.h"
#include "core/fhir/serveranswers.h"
#include "core/fhir/task.h"
#include "core/fhir/units.h"

#include "fhirfixture.h"

#include <QTest>

#include <simdjson.h>

using namespace mottaget::fhir;
using namespace Qt::StringLiterals;
using fixture::verdict;
using Code = ParseError::Code;

namespace {

//! Reads all that can be read, so that a sanitizer sees every byte touched.
qsizetype readAll(Element element)
{
    qsizetype read = element.text().size() + element.key().size() + element.number().size() + element.source().size();
    read += parseMoment(element.utf8()).has_value() ? 1 : 0;
    for (const Element child : element)
        read += readAll(child);
    return read;
}

qsizetype readFaces(Element root)
{
    qsizetype read = 0;
    if (const auto bundle = Bundle::of(root)) {
        read += bundle->next().size() + bundle->total().value_or(0);
        for (const BundleEntry entry : bundle->entries())
            read += entry.fullUrl().size() + readFaces(entry.resource()) + entry.response().statusCode();
    }
    if (const auto task = Task::of(root)) {
        for (const TaskParameter input : task->inputs())
            read += input.value().key().size();
        read += task->owner().target().id.size() + task->code().codings().size() + task->notes().first().text().size();
    }
    if (const auto patient = Patient::of(root))
        read += patient->names().first().full().size() + patient->identifiers().first().value().size();
    if (const auto response = QuestionnaireResponse::of(root))
        read += response->items().first().answers().first().valueText().size();
    return read;
}

//! The faces in the order of the table, each asked whether it takes this element.
QByteArrayList takenBy(Element root)
{
    QByteArrayList names;
    const auto ask = [&]<typename Face>(std::type_identity<Face>) {
        const auto face = Face::of(root);
        if (face)
            names << nameOf(Face::type).toByteArray();
        else if (face.error().code != Code::WrongType)
            names << "another error";
    };
    ask(std::type_identity<Binary>());
    ask(std::type_identity<Bundle>());
    ask(std::type_identity<CapabilityStatement>());
    ask(std::type_identity<CareTeam>());
    ask(std::type_identity<Communication>());
    ask(std::type_identity<Flag>());
    ask(std::type_identity<HealthcareService>());
    ask(std::type_identity<OperationOutcome>());
    ask(std::type_identity<Organization>());
    ask(std::type_identity<Patient>());
    ask(std::type_identity<Practitioner>());
    ask(std::type_identity<PractitionerRole>());
    ask(std::type_identity<Provenance>());
    ask(std::type_identity<Questionnaire>());
    ask(std::type_identity<QuestionnaireResponse>());
    ask(std::type_identity<RelatedPerson>());
    ask(std::type_identity<Task>());
    return names;
}

//! What simdjson's own second stage says.
simdjson::error_code secondOpinion(const QByteArray& bytes)
{
    simdjson::dom::parser parser;
    return parser.parse(simdjson::padded_string(bytes.constData(), size_t(bytes.size()))).error();
}

//! Ours must be as strict as simdjson's grammar; it takes longer numbers and refuses more on purpose.
bool agree(const mottaget::Result<Document, ParseError>& ours, simdjson::error_code theirs)
{
    if (ours.has_value())
        return theirs == simdjson::SUCCESS || theirs == simdjson::NUMBER_ERROR;
    const Code code = ours.error().code;
    return theirs != simdjson::SUCCESS || code == Code::DuplicateKey || code == Code::BadEscape || code == Code::ByteOrderMark;
}

} // namespace

class TestHostile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deep_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("100,000 arrays") << QByteArray(100'000, '[') + QByteArray(100'000, ']') << QByteArray("TooDeep@100");
        QTest::newRow("100,000 arrays, cut") << QByteArray(100'000, '[') << QByteArray("TooDeep@100");
        QTest::newRow("100,000 objects") << QByteArray("{\"a\":").repeated(100'000) << QByteArray("TooDeep@500");
        QTest::newRow("100 arrays") << QByteArray(100, '[') + QByteArray(100, ']') << QByteArray("fine");
        QTest::newRow("1,000,000 items") << "[" + QByteArray("0,").repeated(999'999) + "0]" << QByteArray("TooManyElements@1999999");
        QTest::newRow("999,999 items") << "[" + QByteArray("0,").repeated(999'998) + "0]" << QByteArray("fine");
        QTest::newRow("10,000,000 commas") << QByteArray(10'000'000, ',') << QByteArray("Syntax@0");
        QTest::newRow("10 MB of white space") << QByteArray(10'000'000, ' ') << QByteArray("Empty@0");
        QTest::newRow("10 MB string") << '"' + QByteArray(10'000'000, 'x') + '"' << QByteArray("fine");
        QTest::newRow("10 MB number") << QByteArray(10'000'000, '9') << QByteArray("fine");
        QTest::newRow("1 MB of backslashes") << '"' + QByteArray(1'000'000, '\\') + '"' << QByteArray("fine");
    }
    void deep()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, outcome);
        const auto document = Document::parse(bytes);
        QCOMPARE(verdict(document), outcome);
        QVERIFY(!document || readAll(document->root()) > 0);
    }

    void everyCut_data() { examples(); }
    //! A body cut anywhere says that it was cut, and never passes.
    void everyCut()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto document = Document::parse(bytes.first(size));
            const QByteArray expected = size == 0 ? QByteArray("Empty@0") : QByteArray("Truncated@" + QByteArray::number(size));
            if (verdict(document) != expected)
                QCOMPARE(verdict(document), expected);
        }
        QCOMPARE(verdict(Document::parse(bytes)), QByteArray("fine"));
    }

    void everyByteChanged_data() { examples(); }
    //! One byte in place of another, every byte in turn: an error or a parse as a second parser judges it, and all of it
    //! can be read. The replacements take turns, so that each meets every kind of place.
    void everyByteChanged()
    {
        QFETCH(QByteArray, bytes);
        static constexpr std::array replacements = {
            '\0', '"', '\\', '{', '}', '[', ']', ',', ':', ' ', '0', 'e', '-', 'u', '\x7F', '\x80', '\xC3', '\xFF', '\n'};
        qsizetype taken = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (qsizetype turn = 0; turn < 3; ++turn) {
                const char replacement = replacements.at(size_t(at * 3 + turn) % replacements.size());
                QByteArray changed = bytes;
                changed[at] = replacement;
                const auto document = Document::parse(changed);
                if (!agree(document, secondOpinion(changed)))
                    QFAIL(qPrintable(u"byte %1 as %2: %3"_s.arg(at).arg(uchar(replacement)).arg(QString::fromLatin1(verdict(document)))));
                if (document) {
                    taken += readAll(document->root()) > 0 ? 1 : 0;
                    taken += readFaces(document->root()) < 0 ? 1 : 0;
                }
            }
        }
        QVERIFY(taken > 0);
    }

    //! All 256 values at every place of the smallest example.
    void everyValueOfEveryByte()
    {
        const QByteArray bytes = fixture::example(u"operationoutcome-example.json"_s);
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (int value = 0; value < 256; ++value) {
                QByteArray changed = bytes;
                changed[at] = char(value);
                const auto document = Document::parse(changed);
                if (document ? readAll(document->root()) == 0 : document.error().offset > changed.size())
                    QFAIL(qPrintable(u"byte %1 as %2"_s.arg(at).arg(value)));
            }
        }
    }

    void wrongTypes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("takers");
        for (const ResourceTypeRow& row : resourceTypes)
            QTest::newRow(row.name.data()) << "{\"resourceType\":\"" + row.name.toByteArray() + "\"}"
                                           << QByteArrayList {row.name.toByteArray()};
        const auto nobody = [](const char* name, const char* bytes) { QTest::newRow(name) << QByteArray(bytes) << QByteArrayList(); };
        nobody("no resourceType", "{}");
        nobody("resourceType of another kind", R"({"resourceType":7})");
        nobody("resourceType as a list", R"({"resourceType":["Task"]})");
        nobody("small letters", R"({"resourceType":"task"})");
        nobody("unknown type", R"({"resourceType":"Taskforce"})");
        nobody("a list", R"([{"resourceType":"Task"}])");
        nobody("a text", R"("Task")");
        nobody("null", "null");
    }
    void wrongTypes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, takers);
        const auto document = Document::parse(bytes).value();
        QCOMPARE(takenBy(document.root()), takers);
        QCOMPARE(takenBy(Element()), QByteArrayList());
    }

    void badIds_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char* name, const QByteArray& id, const char* outcome) {
            QTest::newRow(name) << id << QByteArray(outcome);
        };
        row("UUID", "\"8c1f0a52-0a1b-4a3c-9a57-3f3a5c1de001\"", "fine");
        row("64 characters", '"' + QByteArray(64, 'a') + '"', "fine");
        row("65 characters", '"' + QByteArray(65, 'a') + '"', "BadId@28");
        row("empty", "\"\"", "BadId@28");
        row("a step up", "\"..\"", "BadId@28");
        row("slash", "\"a/b\"", "BadId@28");
        row("query", "\"a?x=1\"", "BadId@28");
        row("Swedish letter", "\"å\"", "BadId@28");
        row("number", "7", "BadId@28");
        row("null", "null", "BadId@28");
    }
    void badIds()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, outcome);
        const QByteArray bytes = "{\"resourceType\":\"Task\",\"id\":" + id + '}';
        const auto document = Document::parse(bytes).value();
        QCOMPARE(verdict(Task::of(document.root())), outcome);
    }

private:
    static void examples()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const QString& name : fixture::exampleNames())
            QTest::newRow(qPrintable(name)) << fixture::example(name);
    }
};

QTEST_APPLESS_MAIN(TestHostile)
#include "tst_hostile.moc"
