// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "programs.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000; // ms; the machine may be busy

//! The answer to a question of the session; a default one when there was none in time.
template <typename T>
T got(session::Answer<T> answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, patience) || answer.resultCount() == 0)
        return {};
    const auto result = answer.result();
    return result ? *result : T {};
}

QStringList textsOf(const QList<session::QueuedCommand>& queue)
{
    QStringList texts;
    for (const session::QueuedCommand& queued : queue)
        texts << queued.command.text;
    return texts;
}

QStringList reasonsOf(const QList<session::QueuedCommand>& queue)
{
    QStringList reasons;
    for (const session::QueuedCommand& queued : queue)
        reasons << queued.command.text + u": "_s + queued.reason + u' ' + queued.serverText;
    return reasons;
}

QString cacheIn(const Workstation& nurse)
{
    const QString person = QDir(nurse.data()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    return nurse.data() + u'/' + person + u"/cache.db"_s;
}

void spoil(const QString& path, const QString& harm)
{
    if (harm == "gone"_L1) {
        QVERIFY(QFile::remove(path));
        return;
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (harm == "cut"_L1)
        QVERIFY(file.resize(file.size() / 2));
    if (harm == "its beginning"_L1)
        QVERIFY(file.write(QByteArray(5000, 'x')) == 5000);
    if (harm == "another file"_L1)
        QVERIFY(file.resize(0) && file.write("hello") == 5);
}

} // namespace

//! A cache that does not open: the window is there at once and works, while everything is fetched anew.
class TestRebuild final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void workGoesOnMeanwhile_data()
    {
        QTest::addColumn<QString>("harm");
        for (const char* harm : {"gone", "its beginning"})
            QTest::newRow(harm) << QString::fromLatin1(harm);
    }
    void workGoesOnMeanwhile()
    {
        QFETCH(QString, harm);
        RegionProcess region;
        QVERIFY(region.start({u"--cases"_s, u"300"_s}));
        const Workstation nurse;
        QCOMPARE(nurse.call(region.url(), {u"sync"_s, u"--once"_s}).exit, 0);
        const QString id = nurse.firstCase(region.url(), u"unassigned"_s, u"received"_s)[u"id"_s].toString();
        const QString before = u"Svar före skadan."_s;
        const QString during = u"Svar medan listan hämtas."_s;
        QCOMPARE(nurse.call(region.url(), {u"act"_s, u"reply"_s, u"--case"_s, id, u"--text"_s, before}).exit, 0);
        spoil(cacheIn(nurse), harm);
        region.kill(); // so that what waits still waits when it is looked at
        app::Options options;
        options.region = QUrl(region.url());
        options.data = nurse.data();
        options.tokenFile = nurse.tokenFile();
        options.theme = u"light"_s;
        options.language = u"sv"_s;
        app::Composition composition(options);
        composition.start();
        QTRY_VERIFY_WITH_TIMEOUT(composition.window() && composition.window()->isVisible(), patience);
        session::Session& session = *composition.session();
        const auto sentence = [&] { return composition.window()->findChild<QAbstractButton*>(u"syncButton"_s)->accessibleName(); };
        QTRY_VERIFY2_WITH_TIMEOUT(sentence().contains(u"1 väntar på att skickas"_s), qPrintable(sentence()), patience);
        QCOMPARE(textsOf(got(session.queue())), QStringList {before});

        QVERIFY(region.start({u"--cases"_s, u"300"_s, u"--faults"_s, u"delay=500"_s}));
        session.syncNow();
        // As soon as anything is here, it can be worked with.
        const auto other = [&]() -> care::CaseId {
            for (const care::CaseRow& row : got(session.casePage({care::View::Unassigned, {}, {}}, {}, 100)).rows) {
                if (row.id.text() != id && row.state == care::CaseState::Received)
                    return row.id;
            }
            return {};
        };
        QTRY_VERIFY_WITH_TIMEOUT(session.actor().has_value() && !other().text().isEmpty(), patience);
        QVERIFY(session.syncStatus().firstSync);
        session::Intent intent;
        intent.verb = care::Verb::Reply;
        intent.caseId = other();
        intent.seenVersion = got(session.openCase(intent.caseId)).value.version;
        intent.text = during;
        QVERIFY(!got(session.submit(intent)).command.text().isEmpty());
        QVERIFY(session.syncStatus().firstSync); // it was taken while the first fetch goes on
        QVERIFY(textsOf(got(session.queue())).contains(during));

        region.setFaults("none");
        QTRY_VERIFY_WITH_TIMEOUT(session.syncStatus().waiting == 0 && !session.syncStatus().firstSync, patience);
        QVERIFY2(session.syncStatus().needsAttention == 0, qPrintable(reasonsOf(got(session.queue())).join(u' ')));
        QCOMPARE(session.syncStatus().setAside, QList<session::FileAside>());
        QCOMPARE(region.messagesWith(before), 1);
        QCOMPARE(region.messagesWith(during), 1);
        QVERIFY(!got(session.openCase(care::CaseId(id))).value.messages.isEmpty());
    }
};

QTEST_MAIN(TestRebuild)
#include "tst_rebuild.moc"
