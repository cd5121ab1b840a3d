// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keycustody.h"
#include "core/session/setup.h"
#include "core/store/stores.h"
#include "killed.h"
#include "ownsession.h"
#include "tests/core/session/sealedfolder.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace mottaget;
using namespace mottaget::test;
using namespace Qt::StringLiterals;
using Phase = session::CustodyStatus::Phase;

namespace {

constexpr int patience = 60000; // ms; keys are slow on purpose
const QByteArray pin = "481627";

//! A person's folder under the real keychain, as a working day leaves it.
struct Desk {
    QTemporaryDir place;
    session::Setup setup;

    Desk()
    {
        setup.dataRoot = place.filePath(u"data"_s);
        setup.region = QUrl(u"https://region.invalid/fhir"_s); // a name that is never anybody's (RFC 2606)
        setup.personHsaId = u"SE2321009999-1ANB"_s;
        setup.commissionHsaId = u"SE2321009999-2ANB"_s;
        write(tokenFile(), "demo:SE2321009999-1ANB:SE2321009999-2ANB");
        write(place.filePath(u"secret"_s), pin);
    }
    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] QString tokenFile() const { return place.filePath(u"token"_s); }
    [[nodiscard]] QString countFile() const { return place.filePath(u"changes"_s); }
    [[nodiscard]] store::Folder folder() const { return {session::placeOf(setup).root, session::placeOf(setup).person, 0, 0}; }

    //! The keys, by the unlock secret; by choosing it when there is nothing yet. Null when that failed.
    [[nodiscard]] session::custody::SharedKeys keys(bool isNew = false) const
    {
        crypto::SystemKeychain keychain;
        const SystemClock clock;
        session::KeyCustody::Options options {session::placeOf(setup), {}, {}};
        options.terms.calibrate = [] { return crypto::kdfFloor; };
        session::KeyCustody custody(options, keychain, clock);
        custody.begin();
        const auto comes = [&custody](Phase phase) { return QTest::qWaitFor([&] { return custody.status().phase == phase; }, patience); };
        if (!comes(isNew ? Phase::New : Phase::Locked))
            return nullptr;
        if (isNew)
            custody.enrol(crypto::secretOf(pin));
        else
            custody.unlock(crypto::secretOf(pin));
        return comes(Phase::Unlocked) ? custody.keys() : nullptr;
    }

    //! True when it was killed, false when it did what it was asked; nothing when it refused.
    [[nodiscard]] std::optional<bool> rotate(int call) const
    {
        QProcess cli;
        killAt(cli, setup.dataRoot, call, countFile());
        cli.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        cli.start(QStringLiteral(MOTTAGET_BIN "/mottaget-cli"),
            {u"--json"_s, u"--data"_s, setup.dataRoot, u"--region"_s, setup.region.toString(), u"--token-file"_s, tokenFile(),
                u"--unlock-file"_s, place.filePath(u"secret"_s), u"rotate-keys"_s});
        if (!cli.waitForFinished(patience))
            return std::nullopt;
        if (cli.exitStatus() == QProcess::CrashExit)
            return true;
        return cli.exitCode() == 0 ? std::optional(false) : std::nullopt;
    }
};

//! What the four files hold, as they open with the keys of now; one line tells why when they do not.
QStringList standing(const Desk& desk)
{
    const auto keys = desk.keys();
    if (!keys)
        return {u"no keys"_s};
    auto stores = store::Stores::open(desk.folder(), store::StoreKeys::of(*keys));
    if (!stores)
        return {u"not open: "_s + stores.error().detail};
    QStringList lines;
    for (const store::SetAside& aside : (*stores)->setAside())
        lines << u"set aside: "_s + aside.path;
    for (const store::StoredCommand& stored : (*stores)->commands().queue())
        lines << stored.command.id.text() + u' ' + stored.command.text;
    for (const auto& [id, draft] : (*stores)->drafts().all())
        lines << id.text() + u' ' + draft.text;
    for (store::Database* database : {&(*stores)->outbox(), &(*stores)->journal(), &(*stores)->log(), &(*stores)->cache()}) {
        if (const auto report = database->verifyPages(); !report || !report->isSound())
            lines << u"pages are not sound"_s;
    }
    return lines;
}

QHash<crypto::FileKind, quint32> epochsOf(const session::custody::SharedKeys& keys)
{
    QHash<crypto::FileKind, quint32> epochs;
    for (const crypto::FileKey& key : *keys)
        epochs[key.kind] = qMax(epochs.value(key.kind), key.epoch);
    return epochs;
}

} // namespace

//! New keys for every file, by the real command line with the real keychain, ended before any of its changes of a file.
class TestRotationKills final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingOpensAfterwards()
    {
        Desk desk;
        const auto first = desk.keys(true);
        QVERIFY(first);
        {
            auto stores = store::Stores::open(desk.folder(), store::StoreKeys::of(*first));
            QVERIFY(stores.has_value());
            QVERIFY((*stores)->commands().add(session::unsentCommand(1)));
            QVERIFY((*stores)->commands().add(session::unsentCommand(3, care::CommandState::Uncertain)));
            QVERIFY((*stores)->drafts().put(care::CaseId(u"case-9"_s), {care::Verb::Question, u"Har du feber?"_s, session::workday}));
        }
        const QStringList before = standing(desk);
        QCOMPARE(before.size(), 3);
        QCOMPARE(desk.rotate(0), std::optional(false));
        const int changes = countIn(desk.countFile());
        QVERIFY2(changes > 40, qPrintable(QString::number(changes)));
        QCOMPARE(standing(desk), before);

        // A sample spread over the whole, from another first place at each seed; all of them at full size.
        const int places = qMin(trials(10), changes);
        QRandomGenerator random(seed());
        int killed = 0;
        for (int at = 0; at < places; ++at) {
            const int call = 1 + (at * changes + random.bounded(changes)) / places;
            const auto epochs = epochsOf(desk.keys());
            killed += desk.rotate(call).value_or(false) ? 1 : 0;
            if (at % 3 == 2) // and once more while it takes up what was left
                killed += desk.rotate(1 + random.bounded(changes)).value_or(false) ? 1 : 0;
            QVERIFY2(standing(desk) == before, qPrintable(u"killed at %1: %2"_s.arg(call).arg(standing(desk).join(u" | "_s))));
            QCOMPARE(desk.rotate(0), std::optional(false));
            const auto keys = desk.keys();
            QVERIFY(keys);
            QCOMPARE(keys->size(), 4U); // one for each file: no former key is left
            for (auto epoch = epochs.begin(); epoch != epochs.end(); ++epoch)
                QVERIFY(epochsOf(keys)[epoch.key()] > epoch.value());
            QCOMPARE(standing(desk), before);
        }
        QVERIFY2(killed >= places, qPrintable(QString::number(killed)));
        for (QDirIterator files(desk.setup.dataRoot, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = files.next();
            QVERIFY2(!path.contains(u"set-aside"_s) && !path.contains(u".rotated"_s), qPrintable(path));
        }
    }
};

int main(int argc, char** argv)
{
    const int limit = 300000 * trials(1); // ms
    return inOwnSession(
        argc, argv,
        [&] {
            QCoreApplication application(argc, argv);
            TestRotationKills test;
            return QTest::qExec(&test, argc, argv);
        },
        limit);
}
#include "tst_rotationkills.moc"
