// SPDX-License-Identifier: GPL-3.0-or-later
// The generated data: the same from the same seed, published identities only, and as docs/wire.md says.
#include "app/demo/generator.h"
#include "app/demo/staff.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace mottaget::demo;

namespace {

const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(13, 0), Qt::UTC).toMSecsSinceEpoch();

QList<QJsonObject> all(const ResourceStore& store, const QByteArray& type)
{
    QList<QJsonObject> objects;
    for (const Ordinal place : store.ofType(type))
        objects << QJsonDocument::fromJson(store.at(place).current().json).object();
    return objects;
}

QByteArray everything(const Origin& origin)
{
    ResourceStore store;
    generate(store, origin);
    QByteArray text;
    for (Ordinal place = 0; place < static_cast<Ordinal>(store.size()); ++place)
        text += store.at(place).current().json + '\n';
    return text;
}

QString codeOf(const QJsonValue& codeable)
{
    return codeable.toObject().value("coding"_L1).toArray().first().toObject().value("code"_L1).toString();
}

QString referenceOf(const QJsonValue& reference)
{
    return reference.toObject().value("reference"_L1).toString();
}

bool isCase(const QJsonObject& task)
{
    return !task.contains("partOf"_L1);
}

bool isOpen(const QJsonObject& task)
{
    const QString status = task.value("status"_L1).toString();
    return isCase(task) && status != "completed"_L1 && status != "rejected"_L1 && status != "cancelled"_L1;
}

//! Every `"reference":"Type/id"` below a value.
void collectReferences(const QJsonValue& value, QStringList& found)
{
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            collectReferences(item, found);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.key() == "reference"_L1)
                found << member.value().toString();
            else
                collectReferences(member.value(), found);
        }
    }
}

} // namespace

class TestGenerator final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { generate(m_store, {1, 400, 380, now}); }
    void followsTheSeed_data();
    void followsTheSeed();
    void identitiesArePublished();
    void enoughOpenCasesOfEachType();
    void everyStateOccurs();
    void subjectsVary();
    void neighboursDiffer();
    void guardiansWriteForChildrenOnly();
    void someAreProtected();
    void renewalsHaveLines();
    void staffFillAllRoles();
    void referencesLead();
    void timesAreInOrder();
    void codesAreThoseOfTheWire_data();
    void codesAreThoseOfTheWire();
    void peopleWriteByDay();
    void addressesAreFictionOrAbsent();
    void phonesAreFiction();

private:
    ResourceStore m_store;
};

void TestGenerator::followsTheSeed_data()
{
    QTest::addColumn<Origin>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same origin") << Origin {5, 30, 40, now} << true;
    QTest::newRow("another seed") << Origin {6, 30, 40, now} << false;
    QTest::newRow("another time") << Origin {5, 30, 40, now + 1} << false;
    QTest::newRow("more residents") << Origin {5, 31, 40, now} << false;
}

void TestGenerator::followsTheSeed()
{
    QFETCH(Origin, other);
    QFETCH(bool, same);
    QCOMPARE(everything({5, 30, 40, now}) == everything(other), same);
}

void TestGenerator::identitiesArePublished()
{
    QSet<QString> published;
    for (const QString& name : {u"/identities/personnummer.txt"_s, u"/identities/samordningsnummer.txt"_s}) {
        QFile file(QStringLiteral(MOTTAGET_TEST_DATA) + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray& line : file.readAll().split('\n'))
            published << QString::fromLatin1(line.trimmed());
    }
    QSet<QString> used;
    for (const QJsonObject& patient : all(m_store, "Patient"))
        used << patient.value("identifier"_L1).toArray().first().toObject().value("value"_L1).toString();
    QCOMPARE(used.size(), 400);
    QCOMPARE(used - published, QSet<QString>());
}

void TestGenerator::enoughOpenCasesOfEachType()
{
    QHash<QString, int> open;
    int sum = 0;
    for (const QJsonObject& task : all(m_store, "Task")) {
        if (isOpen(task)) {
            ++open[codeOf(task.value("code"_L1))];
            ++sum;
        }
    }
    QVERIFY2(sum >= 300, QByteArray::number(sum).constData());
    for (const char* type : {"renewal", "contact-me", "change-booking", "request-booking", "advice"})
        QVERIFY2(open.value(QString::fromLatin1(type)) >= 40, type);
    QCOMPARE(open.size(), 5);
}

void TestGenerator::everyStateOccurs()
{
    QSet<QString> states;
    for (const QJsonObject& task : all(m_store, "Task")) {
        if (isCase(task))
            states << task.value("status"_L1).toString() + u'/' + codeOf(task.value("businessStatus"_L1));
    }
    const QSet<QString> expected {u"requested/"_s, u"requested/transferred"_s, u"accepted/"_s, u"in-progress/"_s,
        u"on-hold/waiting-resident"_s, u"on-hold/waiting-prescriber"_s, u"on-hold/waiting-colleague"_s, u"in-progress/answered"_s,
        u"completed/"_s, u"rejected/"_s, u"cancelled/"_s};
    QCOMPARE(states, expected);
}

void TestGenerator::subjectsVary()
{
    QHash<QString, QSet<QString>> subjects;
    for (const QJsonObject& task : all(m_store, "Task"))
        subjects[codeOf(task.value("code"_L1))] << task.value("description"_L1).toString();
    for (const char* type : {"renewal", "contact-me", "change-booking", "request-booking", "advice"})
        QVERIFY2(subjects.value(QString::fromLatin1(type)).size() >= 20, type);
}

void TestGenerator::neighboursDiffer()
{
    QList<QPair<QString, QString>> rows;
    for (const QJsonObject& task : all(m_store, "Task")) {
        if (isCase(task))
            rows.append({task.value("authoredOn"_L1).toString(), task.value("description"_L1).toString()});
    }
    std::sort(rows.begin(), rows.end());
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY2(rows[i].second != rows[i - 1].second, qPrintable(rows[i].second));
}

void TestGenerator::guardiansWriteForChildrenOnly()
{
    QHash<QString, QString> born;
    for (const QJsonObject& patient : all(m_store, "Patient"))
        born.insert(u"Patient/"_s + patient.value("id"_L1).toString(), patient.value("birthDate"_L1).toString());
    int guardians = 0;
    for (const QJsonObject& task : all(m_store, "Task")) {
        if (!isCase(task))
            continue;
        const bool byGuardian = referenceOf(task.value("requester"_L1)).startsWith("RelatedPerson/"_L1);
        guardians += byGuardian;
        QCOMPARE(byGuardian, born.value(referenceOf(task.value("for"_L1))) > u"2013-11-23"_s);
    }
    QVERIFY(guardians > 10);
}

void TestGenerator::someAreProtected()
{
    int count = 0;
    for (const QJsonObject& patient : all(m_store, "Patient")) {
        const QJsonArray security = patient.value("meta"_L1).toObject().value("security"_L1).toArray();
        if (security.isEmpty())
            continue;
        ++count;
        const QString code = security.first().toObject().value("code"_L1).toString();
        QVERIFY(code == "sekretessmarkering"_L1 || code == "skyddadFolkbokforing"_L1);
    }
    QVERIFY(count >= 4 && count <= 16); // about two in a hundred
}

void TestGenerator::renewalsHaveLines()
{
    QHash<QString, QList<int>> lines;
    const QList<QJsonObject> tasks = all(m_store, "Task");
    for (const QJsonObject& task : tasks) {
        if (isCase(task))
            continue;
        QCOMPARE(codeOf(task.value("code"_L1)), u"renewal-line"_s);
        for (const QJsonValue& input : task.value("input"_L1).toArray()) {
            if (codeOf(input.toObject().value("type"_L1)) == "line-number"_L1)
                lines[referenceOf(task.value("partOf"_L1).toArray().first())] << input.toObject().value("valueInteger"_L1).toInt();
        }
    }
    for (const QJsonObject& task : tasks) {
        if (!isCase(task))
            continue;
        QList<int> numbers = lines.value(u"Task/"_s + task.value("id"_L1).toString());
        std::sort(numbers.begin(), numbers.end());
        const bool renewal = codeOf(task.value("code"_L1)) == "renewal"_L1;
        QCOMPARE(!numbers.isEmpty(), renewal);
        QVERIFY(numbers.size() <= 5);
        for (qsizetype i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i], i + 1);
    }
}

void TestGenerator::staffFillAllRoles()
{
    QSet<QString> roles;
    QSet<QString> professions;
    for (const StaffMember& person : staff()) {
        roles += QSet<QString>(person.roles.begin(), person.roles.end());
        professions << person.profession;
    }
    QCOMPARE(roles, QSet<QString>({u"receiver"_s, u"handler"_s, u"admin"_s, u"reviewer"_s}));
    QVERIFY(professions.contains(QSet<QString> {u"SJ"_s, u"LK"_s, u"BM"_s, QString()}));
    QCOMPARE(all(m_store, "PractitionerRole").size(), 14);
}

void TestGenerator::referencesLead()
{
    for (const QByteArray& type : m_store.types()) {
        for (const QJsonObject& object : all(m_store, type)) {
            QStringList references;
            collectReferences(object, references);
            for (const QString& reference : references) {
                const QList<QByteArray> parts = reference.toUtf8().split('/');
                QVERIFY2(parts.size() == 2 && m_store.find(parts[0], parts[1]), qPrintable(reference));
            }
        }
    }
}

void TestGenerator::timesAreInOrder()
{
    const QString today = QString::fromLatin1(instantText(now));
    for (const QJsonObject& task : all(m_store, "Task")) {
        const QString authored = task.value("authoredOn"_L1).toString();
        const QString updated = task.value("meta"_L1).toObject().value("lastUpdated"_L1).toString();
        QVERIFY(authored <= updated && updated <= today);
        if (isCase(task))
            QVERIFY(authored <= task.value("lastModified"_L1).toString() && task.value("lastModified"_L1).toString() <= updated);
    }
    for (const QJsonObject& message : all(m_store, "Communication")) {
        QVERIFY(message.value("sent"_L1).toString() <= today);
        if (message.contains("received"_L1))
            QVERIFY(message.value("received"_L1).toString() >= message.value("sent"_L1).toString());
    }
}

void TestGenerator::codesAreThoseOfTheWire_data()
{
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char* system, const char* codes) {
        QTest::newRow(system) << QByteArray(system) << QString::fromLatin1(codes).split(u' ');
    };
    row("case-type", "renewal contact-me change-booking request-booking advice");
    row("case-part", "renewal-line");
    row("business-status", "waiting-resident waiting-prescriber waiting-colleague answered transferred");
    row("case-input",
        "form wished-time booking booking-action callback-phone callback-time interpreter drug strength dosage "
        "indication remaining line-number");
    row("case-output", "outcome journal");
    row("outcome", "answered booked called referred duplicate no-contact withdrawn other");
    row("message-kind", "partial final question correction resident");
    row("verb", "take assign start partial question reply correct note prioritise redirect close withdraw reopen");
    row("role", "receiver handler admin reviewer");
}

void TestGenerator::codesAreThoseOfTheWire()
{
    QFETCH(QByteArray, system);
    QFETCH(QStringList, codes);
    static const QRegularExpression coding(uR"x(\{"code":"([^"]+)","system":"https://mottaget\.se/fhir/CodeSystem/([^"]+)"\})x"_s);
    QSet<QString> used;
    for (Ordinal place = 0; place < static_cast<Ordinal>(m_store.size()); ++place) {
        const QString text = QString::fromUtf8(m_store.at(place).current().json);
        for (auto match = coding.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            if (found.captured(2).toLatin1() == system)
                used << found.captured(1);
        }
    }
    QVERIFY(!used.isEmpty());
    QCOMPARE(used - QSet<QString>(codes.begin(), codes.end()), QSet<QString>());
}

//! People write by day: at least four of five between 7 and 18 by Swedish time.
void TestGenerator::peopleWriteByDay()
{
    int byDay = 0;
    int total = 0;
    for (const QJsonObject& task : all(m_store, "Task")) {
        if (!isCase(task))
            continue;
        const QDateTime at = QDateTime::fromString(task.value("authoredOn"_L1).toString(), Qt::ISODate);
        const int hour = at.toTimeZone(QTimeZone("Europe/Stockholm")).time().hour();
        byDay += hour >= 7 && hour < 18 ? 1 : 0;
        ++total;
    }
    QVERIFY2(byDay * 5 >= total * 4, qPrintable(u"%1 of %2"_s.arg(byDay).arg(total)));
}

//! Who is protected has no address on the wire; everybody else has one of a town that is not there.
void TestGenerator::addressesAreFictionOrAbsent()
{
    int some = 0;
    for (const QJsonObject& patient : all(m_store, "Patient")) {
        const bool isProtected = !patient.value("meta"_L1).toObject().value("security"_L1).toArray().isEmpty();
        const QJsonArray addresses = patient.value("address"_L1).toArray();
        QCOMPARE(addresses.size(), isProtected ? 0 : 1);
        if (!isProtected)
            QVERIFY(addresses[0]["postalCode"_L1].toString().startsWith(u'0'));
        some += isProtected ? 1 : 0;
    }
    QVERIFY(some > 0);
}

void TestGenerator::phonesAreFiction()
{
    static const QRegularExpression fiction(uR"(\A070-174 06 (0[5-9]|[1-9]\d)\z)"_s);
    for (const char* type : {"Patient", "RelatedPerson"}) {
        for (const QJsonObject& person : all(m_store, type)) {
            const QString phone = person.value("telecom"_L1).toArray().first().toObject().value("value"_L1).toString();
            QVERIFY2(fiction.match(phone).hasMatch(), qPrintable(phone));
        }
    }
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
