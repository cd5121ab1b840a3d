// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/steps.h"

#include <QTest>

using namespace mottaget::sync;
using namespace Qt::StringLiterals;

namespace {

Profile profile()
{
    Profile made;
    made.commissionHsaId = u"SE2321009999-2ANB"_s;
    return made;
}

const Scope known {u"role"_s, u"org"_s, u"SE2321009999-1BHC"_s};

QStringList typesOf(const QList<Step>& steps)
{
    QStringList types;
    for (const Step& step : steps)
        types << step.type;
    return types;
}

} // namespace

class TestSteps final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoWeAreComesFirst()
    {
        QCOMPARE(nextSteps({}, profile(), {}),
            (QList<Step> {{u"PractitionerRole"_s, u"identifier=urn%3Aoid%3A1.2.752.29.4.19%7CSE2321009999-2ANB"_s, Step::Kind::Plain}}));
        QCOMPARE(nextSteps({u"role"_s, u"org"_s, {}}, profile(), {}), (QList<Step> {{u"Organization"_s, u"_id=org"_s, Step::Kind::Plain}}));
    }

    void theFirstFetchMakesTheInboxUsefulSoonest()
    {
        const QList<Step> steps = nextSteps(known, profile(), {});
        QCOMPARE(typesOf(steps),
            (QStringList {u"Organization"_s, u"PractitionerRole"_s, u"HealthcareService"_s, u"Questionnaire"_s, u"Task"_s, u"Task"_s,
                u"Task"_s, u"Task"_s, u"Communication"_s, u"QuestionnaireResponse"_s, u"Provenance"_s, u"Flag"_s, u"CareTeam"_s}));
        QVERIFY(steps[4].query.endsWith("&owner=Organization%2Forg"_L1));
        QVERIFY(steps[5].query.endsWith("&owner=PractitionerRole%2Frole"_L1));
        QVERIFY(!steps[6].query.contains("owner"_L1) && steps[6].query.contains("status="_L1));
        QCOMPARE(steps[7].kind, Step::Kind::First);
        QVERIFY(steps[7].query.endsWith("&_sort=-_lastUpdated"_L1));
    }

    void aFirstFetchThatWasCutGoesOnWhereItStood()
    {
        const QList<Step> steps = nextSteps(known, profile(),
            {{mark::firstDoneOf(u"Task"_s), u"1"_s}, {mark::first(u"Communication"_s), u"2026-11-20T08:00:00.000+01:00"_s}});
        QCOMPARE(typesOf(steps).count(u"Task"_s), 3); // the open ones again, for the inbox; not all of them
        for (const Step& step : steps) {
            if (step.type == "Communication"_L1)
                QVERIFY(step.query.endsWith("&_lastUpdated=le2026-11-20T08%3A00%3A00.000%2B01%3A00"_L1));
        }
    }

    void aDeltaLooksBackOverTheOverlap()
    {
        const QList<Step> steps = nextSteps(
            known, profile(), {{QString::fromLatin1(mark::firstDone), u"1"_s}, {mark::delta(u"Task"_s), u"2026-11-23T08:10:00.000Z"_s}});
        QCOMPARE(steps.size(), 10);
        for (const Step& step : steps) {
            QCOMPARE(step.kind, Step::Kind::Delta);
            QVERIFY(!step.query.contains("_include"_L1));
            QVERIFY(step.query.contains("_sort=_lastUpdated"_L1));
            if (step.type == "Task"_L1) // 130 s before the mark
                QVERIFY(step.query.endsWith("&_lastUpdated=ge2026-11-23T08%3A07%3A50.000Z"_L1));
        }
    }
};

QTEST_APPLESS_MAIN(TestSteps)
#include "tst_steps.moc"
