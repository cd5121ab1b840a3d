// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/regionprofile.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;

class RegionProfileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesNothingForGranted_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("isAtomic");
        QTest::newRow("the demo's, by number") << u"http://127.0.0.1:8080/fhir"_s << true;
        QTest::newRow("the demo's, version 6") << u"http://[::1]:8080/fhir"_s << true;
        QTest::newRow("a region") << u"https://fhir.region.example/fhir"_s << false;
        QTest::newRow("a name that begins like ours") << u"https://127.0.0.1.example/fhir"_s << false;
    }
    void takesNothingForGranted()
    {
        QFETCH(QString, region);
        Setup setup;
        setup.region = QUrl(region);
        setup.personHsaId = u"SE2321009999-1ANB"_s;
        setup.commissionHsaId = u"SE2321009999-2ANB"_s;
        const sync::Profile profile = profileOf(setup);
        QTEST(profile.atomicTransactions, "isAtomic");
        QCOMPARE(profile.base, setup.region);
        QCOMPARE(profile.personHsaId, setup.personHsaId);
        QCOMPARE(profile.commissionHsaId, setup.commissionHsaId);
    }
};

QTEST_GUILESS_MAIN(RegionProfileTest)
#include "tst_regionprofile.moc"
