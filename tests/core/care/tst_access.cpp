// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/access.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace mottaget::care;
using Basis = AccessDecision::Basis;

namespace {

const QString ownProvider = u"SE2321009999-P1"_s;
const QString otherProvider = u"SE2321009999-P2"_s;
const QString ownUnit = u"SE2321009999-U1"_s;
const QString sisterUnit = u"SE2321009999-U2"_s;
const QString thirdUnit = u"SE2321009999-U3"_s;
const QDateTime now = QDateTime::fromMSecsSinceEpoch(1763900000000, Qt::UTC);

Actor nurse(Roles roles = Role::CaseHandler)
{
    Actor actor;
    actor.self.hsaId = u"SE2321009999-1ANB"_s;
    actor.self.profession = Profession::Nurse;
    actor.self.roles = roles;
    actor.unitHsaId = ownUnit;
    return actor;
}

Emergency emergency()
{
    return {u"life"_s, u"Medvetslös"_s, ownUnit, {}, now.addSecs(-60), now.addSecs(3600)};
}

//! Facts by their words, on a patient with a relation and block data of an hour ago.
struct Scene {
    AccessFacts facts;
    DataOrigin data {ownProvider, sisterUnit, now.addDays(-10), now.addDays(-9), {}};
    Actor actor = nurse();

    explicit Scene(const QString& words)
    {
        facts.hasCareRelation = true;
        facts.blocksFetched = now.addSecs(-3600);
        for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
            add(word);
    }
    void add(const QString& word)
    {
        static const QHash<QString, std::function<void(Scene&)>> words = table();
        QVERIFY2(words.contains(word), qPrintable(word));
        words[word](*this);
    }
    void inner(const QString& unit, const QDateTime& from, const QDateTime& until, const QStringList& exempt)
    {
        facts.blocks << Block {Block::Kind::Inner, ownProvider, unit, from, until, exempt};
    }
    void consent(Consent::State state, const QString& unit, const QString& person, const QDateTime& from, const QDateTime& until)
    {
        facts.consents << Consent {u"c1"_s, state, unit, person, from, until};
    }
    [[nodiscard]] static QHash<QString, std::function<void(Scene&)>> table()
    {
        return {{u"own"_s, [](Scene& s) { s.data.unit = ownUnit; }}, {u"own-lower"_s, [](Scene& s) { s.data.unit = ownUnit.toLower(); }},
            {u"other"_s, [](Scene& s) { s.data.provider = otherProvider; }}, {u"no-unit"_s, [](Scene& s) { s.data.unit.clear(); }},
            {u"no-marks"_s, [](Scene& s) { s.data = {}; }}, {u"lak"_s, [](Scene& s) { s.data.type = u"lak"_s; }},
            {u"dia"_s, [](Scene& s) { s.data.type = u"dia"_s; }}, {u"timeless"_s, [](Scene& s) { s.data.from = s.data.until = {}; }},
            {u"no-relation"_s, [](Scene& s) { s.facts.hasCareRelation = false; }},
            {u"inactive"_s, [](Scene& s) { s.actor.self.active = false; }}, {u"child"_s, [](Scene& s) { s.facts.canConsent = false; }},
            {u"inner"_s, [](Scene& s) { s.inner(sisterUnit, {}, {}, {}); }},
            {u"inner-third"_s, [](Scene& s) { s.inner(thirdUnit, {}, {}, {}); }},
            {u"inner-own"_s, [](Scene& s) { s.inner(ownUnit, {}, {}, {}); }},
            {u"inner-past"_s, [](Scene& s) { s.inner(sisterUnit, {}, now.addDays(-20), {}); }},
            {u"inner-later"_s, [](Scene& s) { s.inner(sisterUnit, now.addDays(-5), {}, {}); }},
            {u"inner-part"_s, [](Scene& s) { s.inner(sisterUnit, now.addDays(-30), now.addSecs(-841600), {}); }},
            {u"inner-lak-exempt"_s,
                [](Scene& s) {
                    s.inner(sisterUnit, {}, {}, {u"lak"_s, u"dia"_s});
                }},
            {u"outer"_s,
                [](Scene& s) {
                    s.facts.blocks << Block {Block::Kind::Outer, otherProvider, {}, {}, {}, {}};
                }},
            {u"outer-of-ours"_s,
                [](Scene& s) {
                    s.facts.blocks << Block {Block::Kind::Outer, ownProvider, {}, {}, {}, {}};
                }},
            {u"stale"_s, [](Scene& s) { s.facts.blocksFetched = now.addDays(-1); }},
            {u"just-fresh"_s, [](Scene& s) { s.facts.blocksFetched = now.addDays(-1).addSecs(1); }},
            {u"unfetched"_s, [](Scene& s) { s.facts.blocksFetched = {}; }},
            {u"from-tomorrow"_s, [](Scene& s) { s.facts.blocksFetched = now.addDays(1); }},
            {u"revoked"_s,
                [](Scene& s) {
                    s.facts.revocations << Revocation {ownUnit, {}, now.addSecs(60)};
                }},
            {u"revoked-for-me"_s,
                [](Scene& s) {
                    s.facts.revocations << Revocation {ownUnit, s.actor.self.hsaId, now.addSecs(60)};
                }},
            {u"revoked-for-another"_s,
                [](Scene& s) {
                    s.facts.revocations << Revocation {ownUnit, u"SE-X"_s, now.addSecs(60)};
                }},
            {u"revoked-elsewhere"_s,
                [](Scene& s) {
                    s.facts.revocations << Revocation {thirdUnit, {}, now.addSecs(60)};
                }},
            {u"revoked-till-now"_s,
                [](Scene& s) {
                    s.facts.revocations << Revocation {ownUnit, {}, now};
                }},
            {u"consent"_s, [](Scene& s) { s.consent(Consent::State::Valid, ownUnit, {}, {}, {}); }},
            {u"consent-for-another"_s, [](Scene& s) { s.consent(Consent::State::Valid, ownUnit, u"SE-X"_s, {}, {}); }},
            {u"consent-elsewhere"_s, [](Scene& s) { s.consent(Consent::State::Valid, thirdUnit, {}, {}, {}); }},
            {u"consent-revoked"_s, [](Scene& s) { s.consent(Consent::State::Revoked, ownUnit, {}, {}, {}); }},
            {u"consent-nullified"_s, [](Scene& s) { s.consent(Consent::State::Nullified, ownUnit, {}, {}, {}); }},
            {u"consent-expired"_s, [](Scene& s) { s.consent(Consent::State::Valid, ownUnit, {}, {}, now); }},
            {u"consent-tomorrow"_s, [](Scene& s) { s.consent(Consent::State::Valid, ownUnit, {}, now.addDays(1), {}); }},
            {u"emergency"_s,
                [](Scene& s) {
                    s.facts.emergency = emergency();
                    s.actor.self.roles |= Role::BlockLifter;
                }},
            {u"emergency-without-right"_s, [](Scene& s) { s.facts.emergency = emergency(); }}};
    }
};

QString wordOf(const AccessDecision& decision)
{
    const QString basis = decision.basis == Basis::OwnUnit ? u"own-unit"_s
        : decision.basis == Basis::OwnProvider             ? u"own-provider"_s
        : decision.basis == Basis::Consent                 ? u"consent:"_s + decision.consentId
        : decision.basis == Basis::ChildWithoutConsent     ? u"child"_s
        : decision.basis == Basis::Emergency               ? u"emergency"_s
                                                           : u"none"_s;
    return (decision.allowed ? u"yes "_s : u"no "_s) + basis + (decision.blockedDataExists ? u" blocked"_s : QString())
        + (decision.emergency ? u" !"_s : QString());
}

} // namespace

//! Spärr, samtycke, nödöppning, and who may act for a child: each rule a row.
class TestAccess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* words, const char* expected) {
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(expected);
        };
        row("own", "yes own-unit");
        row("own-lower", "yes own-unit");
        row("own no-relation", "no none");
        row("own inactive", "no none");
        row("own inner-own", "yes own-unit");
        row("own stale", "yes own-unit");
        row("", "yes own-provider");
        row("no-relation", "no none");
        row("inner", "no none blocked");
        row("inner-third", "yes own-provider");
        row("inner-own", "yes own-provider");
        row("inner-past", "yes own-provider");
        row("inner-later", "yes own-provider");
        row("inner-part", "no none blocked");
        row("timeless inner-past", "no none blocked");
        row("inner-lak-exempt lak", "yes own-provider");
        row("inner-lak-exempt", "no none blocked");
        row("inner-lak-exempt dia", "no none blocked"); // only lak and upp can be exempt
        row("no-unit inner-third", "no none blocked");
        row("no-unit", "yes own-provider");
        row("no-marks", "no none blocked");
        row("outer-of-ours", "yes own-provider");
        row("stale", "no none blocked");
        row("just-fresh", "yes own-provider");
        row("unfetched", "no none blocked");
        row("from-tomorrow", "no none blocked");
        row("inner revoked", "yes own-provider");
        row("inner revoked-for-me", "yes own-provider");
        row("inner revoked-for-another", "no none blocked");
        row("inner revoked-elsewhere", "no none blocked");
        row("inner revoked-till-now", "no none blocked");
        row("inner consent", "no none blocked");
        row("other", "no none");
        row("other consent", "yes consent:c1");
        row("other child", "yes child");
        row("other child outer", "no none blocked");
        row("other consent no-relation", "no none");
        row("other consent-for-another", "no none");
        row("other consent-elsewhere", "no none");
        row("other consent-revoked", "no none");
        row("other consent-nullified", "no none");
        row("other consent-expired", "no none");
        row("other consent-tomorrow", "no none");
        row("other outer consent", "no none blocked");
        row("other stale consent", "no none blocked");
        row("inner emergency", "yes emergency blocked !");
        row("inner emergency-without-right", "no none blocked");
        row("stale emergency", "yes emergency blocked !");
        row("other emergency", "yes emergency !");
        row("other outer emergency", "no none blocked"); // only the provider that has the block can lift it
        row("own emergency", "yes own-unit");
    }
    void decides()
    {
        QFETCH(QString, words);
        const Scene scene(words);
        QTEST(wordOf(decide(scene.data, scene.facts, scene.actor, ownProvider, now)), "expected");
    }

    void anEmergencyHasGroundReasonScopeAndEnd_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("expected");
        for (const auto& [name, expected] :
            {std::pair("nothing", true), std::pair("no ground", false), std::pair("no reason", false), std::pair("blank reason", false),
                std::pair("another unit", false), std::pair("another person", false), std::pair("me", true), std::pair("no end", false),
                std::pair("over", false), std::pair("not begun", false), std::pair("a day", true), std::pair("more than a day", false),
                std::pair("no role", false), std::pair("unlicensed", false)})
            QTest::newRow(name) << QString::fromLatin1(name) << expected;
    }
    void anEmergencyHasGroundReasonScopeAndEnd()
    {
        QFETCH(QString, change);
        Emergency one = emergency();
        Actor actor = nurse(Role::BlockLifter);
        const QHash<QString, std::function<void()>> changes {{u"no ground"_s, [&] { one.ground.clear(); }},
            {u"no reason"_s, [&] { one.reason.clear(); }}, {u"blank reason"_s, [&] { one.reason = u" \n"_s; }},
            {u"another unit"_s, [&] { one.unit = thirdUnit; }}, {u"another person"_s, [&] { one.person = u"SE-X"_s; }},
            {u"me"_s, [&] { one.person = actor.self.hsaId; }}, {u"no end"_s, [&] { one.until = {}; }},
            {u"over"_s, [&] { one.until = now; }}, {u"not begun"_s, [&] { one.from = now.addSecs(1); }},
            {u"a day"_s, [&] { one.until = one.from.addDays(1); }},
            {u"more than a day"_s, [&] { one.until = one.from.addDays(1).addSecs(1); }}, {u"no role"_s, [&] { actor.self.roles = {}; }},
            {u"unlicensed"_s, [&] { actor.self.profession = Profession::Unlicensed; }}};
        if (changes.contains(change))
            changes[change]();
        QTEST(inForce(one, actor, now), "expected");
    }

    void ages_data()
    {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<Reach>("guardian");
        QTest::addColumn<Reach>("child");
        QTest::addColumn<bool>("youthAlone");
        const QDate today(2026, 3, 1);
        const auto row = [](const char* name, QDate born, Reach guardian, Reach child, bool alone) {
            QTest::newRow(name) << born << guardian << child << alone;
        };
        row("born today", today, Reach::CasesAndJournal, Reach::Cases, false);
        row("12, the day before", today.addYears(-13).addDays(1), Reach::CasesAndJournal, Reach::Cases, false);
        row("13 today", today.addYears(-13), Reach::Nothing, Reach::Cases, true);
        row("15, the day before", today.addYears(-16).addDays(1), Reach::Nothing, Reach::Cases, true);
        row("16 today", today.addYears(-16), Reach::Nothing, Reach::CasesAndJournal, true);
        row("17, the day before", today.addYears(-18).addDays(1), Reach::Nothing, Reach::CasesAndJournal, true);
        row("18 today", today.addYears(-18), Reach::Nothing, Reach::CasesAndJournal, false);
        row("born on a leap day, 28 Feb was not it", QDate(2012, 2, 29), Reach::Nothing, Reach::Cases, true);
        row("not born yet", today.addDays(1), Reach::Nothing, Reach::Nothing, false);
        row("unknown", QDate(), Reach::Nothing, Reach::Nothing, false);
    }
    void ages()
    {
        QFETCH(QDate, born);
        QFETCH(Reach, guardian);
        const QDate today(2026, 3, 1);
        const QList<AgeRule> rules = nationalAgeRules();
        QTEST(reachOf(AgeRule::Person::Guardian, born, today, rules), "guardian");
        QTEST(reachOf(AgeRule::Person::Child, born, today, rules), "child");
        QTEST(answersYouthAlone(born, today, rules), "youthAlone");
        QCOMPARE(guardianHasLostSight(born, today, rules), guardian == Reach::Nothing);
    }
};

QTEST_APPLESS_MAIN(TestAccess)
#include "tst_access.moc"
