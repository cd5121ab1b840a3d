// SPDX-License-Identifier: GPL-3.0-or-later
#include "carefixture.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace mottaget::care;

namespace {

// Does a command made on the case before still mean the same after? One column for each thing that may have happened since.
constexpr auto table = R"(
           nothing read  version note owner state waiting message reply closed priority unit patient
take       yes     yes   yes     yes  no    no    no      yes     yes   no     yes      no   no
assign     yes     yes   yes     yes  no    no    no      yes     yes   no     yes      no   no
start      yes     yes   yes     yes  no    no    no      yes     yes   no     yes      no   no
partial    yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
question   yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
reply      yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
correct    yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
note       yes     yes   yes     yes  yes   yes   yes     yes     yes   no     yes      no   no
prioritise yes     yes   yes     yes  no    yes   yes     yes     yes   no     no       no   no
redirect   yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
close      yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
withdraw   yes     yes   yes     yes  no    no    no      no      no    no     yes      no   no
reopen     yes     yes   yes     no   no    no    no      no      no    no     yes      no   no
)";

const QHash<QString, std::function<void(Case&)>>& events()
{
    static const QHash<QString, std::function<void(Case&)>> all {
        {u"nothing"_s, [](Case&) {}},
        {u"read"_s,
            [](Case& c) {
                c.messages[0].delivery = Delivery::Read;
                c.messages[0].readAt = fixture::at("2026-11-23T12:00:00.000Z");
                c.owner.name = u"Mira Nygift"_s;
            }},
        {u"version"_s, [](Case& c) { c.version = VersionId(u"8"_s), c.changed = c.changed.addSecs(60); }},
        {u"note"_s,
            [](Case& c) {
                c.notes += Note {u"A"_s, c.changed, u"Ringde"_s};
            }},
        {u"owner"_s, [](Case& c) { c.owner = fixture::other(); }},
        {u"state"_s, [](Case& c) { c.state = CaseState::Ongoing; }},
        {u"waiting"_s, [](Case& c) { c.waitingFor = WaitingFor::Prescriber; }},
        {u"message"_s, [](Case& c) { c.messages += fixture::message("m2", MessageKind::Resident, "2026-11-23T11:00:00.000Z"); }},
        {u"reply"_s, [](Case& c) { c.messages += fixture::message("m3", MessageKind::Final, "2026-11-23T11:00:00.000Z"); }},
        {u"closed"_s,
            [](Case& c) {
                c.state = CaseState::Closed, c.closure = Closure {u"other"_s, JournalChoice::No};
            }},
        {u"priority"_s, [](Case& c) { c.priority = Priority::Asap; }},
        {u"unit"_s, [](Case& c) { c.unitHsaId = u"SE2321000131-E000000000002"_s; }},
        {u"patient"_s, [](Case& c) { c.patient = PatientId(u"patient-2"_s); }},
    };
    return all;
}

} // namespace

class TestSameness final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stillMeansTheSame_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<bool>("same");
        QStringList lines = QString::fromLatin1(table).split(u'\n', Qt::SkipEmptyParts);
        const QStringList columns = lines.takeFirst().simplified().split(u' ');
        QCOMPARE(lines.size(), qsizetype(std::size(fixture::allVerbs)));
        for (const QString& line : lines) {
            const QStringList cells = line.simplified().split(u' ');
            for (qsizetype i = 0; i < columns.size(); ++i)
                QTest::newRow(qPrintable(cells[0] + u" after "_s + columns[i]))
                    << columns[i] << *verbOf(cells[0]) << (cells[i + 1] == "yes"_L1);
        }
    }
    void stillMeansTheSame()
    {
        QFETCH(QString, event);
        QFETCH(Verb, verb);
        QVERIFY(events().contains(event));
        Case seen = fixture::caseIn(CaseState::Waiting, fixture::me());
        seen.messages = {fixture::message("m1", MessageKind::Question, "2026-11-23T09:00:00.000Z")};
        Case current = seen;
        events()[event](current);
        QTEST(mottaget::care::stillMeansTheSame(fixture::command(verb), seen, current), "same");
    }
};

QTEST_APPLESS_MAIN(TestSameness)
#include "tst_sameness.moc"
