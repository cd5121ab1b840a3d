// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakesession.h"
#include "tests/ui/preview/unlockpictures.h"
#include "tests/ui/samplelist.h"
#include "ui/inbox/caselistpane.h"
#include "ui/inbox/caselistview.h"
#include "ui/messages/casepane.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QStyleFactory>
#include <QTest>
#include <QTranslator>

#include <functional>

//! Draws the whole window with sample cases, and the unlock pane, to PNG files, to be looked at: `preview DIR [PREFIX]`. Size of all by
//! QT_SCALE_FACTOR, of the text alone by PREVIEW_TEXT in pixels, language by PREVIEW_QM.

namespace {

using namespace mottaget;

void vary(care::Case& value, int index)
{
    if (index % 5 == 0)
        value.owner = samples::mine();
    if (index % 5 == 2)
        value.owner = samples::colleague();
    if (index % 7 == 3) {
        value.state = care::CaseState::Waiting;
        value.waitingFor = care::WaitingFor::Resident;
    }
    if (index % 11 == 4)
        value.state = care::CaseState::Answered;
    if (index % 13 == 5)
        value.priority = care::Priority::Urgent;
    if (index % 6 == 1)
        value.interpreter = samples::s("fi");
    if (index % 8 == 6)
        value.sender = {care::Sender::Kind::Guardian, samples::s("Emma Fors")};
}

void fill(FakeSession& session, int count)
{
    for (const session::OpenCase& open : {samples::cough(), samples::renewal(), samples::child(), samples::hidden(), samples::longName()})
        session.put(open.value, open.patient);
    for (int index = 0; index < count; ++index) {
        auto [value, person] = samples::listed(index);
        vary(value, index);
        if (index % 17 == 9)
            person.protection = care::Protection::ConfidentialityMark;
        session.put(value, index % 19 == 8 ? std::nullopt : std::optional(person));
    }
    using enum care::CommandState;
    session.setPending(samples::cough().value.id, Queued);
    session.setPending(samples::child().value.id, Conflict);
}

session::QueuedCommand command(const char* id, care::Verb verb, care::CommandState state, const char* text, const char* reason)
{
    session::QueuedCommand queued = samples::queued(id, verb, state);
    queued.command.caseId = samples::cough().value.id;
    queued.command.text = samples::s(text);
    queued.caseNumber = samples::s("1177-2026-004812");
    queued.patientName = samples::s("LINDQVIST, Karin");
    queued.reason = samples::s(reason);
    return queued;
}

struct Picture {
    QString name;
    ui::ThemeKind theme = ui::ThemeKind::Light;
    QSize size {1440, 900};
    int cases = 311;
    std::function<void(ui::MainWindow&, FakeSession&)> prepare;
};

void act(ui::MainWindow& window, const char* name)
{
    window.findChild<QAction*>(QString::fromLatin1(name))->trigger();
}

QList<Picture> pictures()
{
    using enum ui::ThemeKind;
    const auto opened = [](ui::MainWindow& window, FakeSession&) { window.openCase(samples::cough().value.id); };
    const auto outage = [](ui::MainWindow& window, FakeSession& session) {
        session::SyncStatus status = session.syncStatus();
        status.link = session::SyncStatus::Link::Offline;
        status.since = samples::at("2026-11-23T09:42:00Z");
        status.waiting = 3;
        session.setStatus(status);
        window.openCase(samples::cough().value.id);
    };
    const auto aged = [](session::DataAge age, const char* pulled) {
        return [age, pulled](ui::MainWindow& window, FakeSession& session) {
            window.openCase(samples::cough().value.id);
            session::SyncStatus status = session.syncStatus();
            status.link = session::SyncStatus::Link::Offline;
            status.lastPull = samples::at(pulled);
            status.since = status.lastPull;
            status.age = age;
            status.waiting = 2;
            session.setStatus(status);
        };
    };
    const auto queue = [](ui::MainWindow& window, FakeSession& session) {
        using enum care::CommandState;
        session::QueuedCommand late = command("c1", care::Verb::Partial, Queued, "Hej Karin! Vi har läst ditt ärende.", "");
        late.due = samples::now().addSecs(600);
        session::QueuedCommand behind = command("c4", care::Verb::Note, Queued, "Ringt utan svar.", "");
        behind.inTheWay = session::InTheWay::Stopped;
        session::QueuedCommand told = command("c3", care::Verb::Assign, Rejected, "", "not-permitted");
        told.serverText = samples::s("Du saknar uppdrag på enheten.");
        const session::QueuedCommand stopped =
            samples::stopped(command("c2", care::Verb::Reply, Conflict, "Hej! Du är välkommen i dag 13.30.", "version-moved"));
        session.setQueue({command("c0", care::Verb::Take, InFlight, "", ""), late,
            command("c5", care::Verb::Question, Uncertain, "Har du feber?", ""), stopped, told, behind});
        window.showQueue();
    };
    const auto queueOffline = [queue](ui::MainWindow& window, FakeSession& session) {
        session::SyncStatus status = session.syncStatus();
        status.link = session::SyncStatus::Link::Offline;
        status.since = samples::at("2026-11-23T09:42:00Z");
        status.waiting = 3;
        status.needsAttention = 2;
        session.setStatus(status);
        queue(window, session);
    };
    //! A case with own actions in each state.
    const auto states = [](ui::MainWindow& window, FakeSession& session) {
        using enum care::CommandState;
        care::Case& value = session.caseAt(samples::cough().value.id);
        session.setPending(value.id, std::nullopt);
        care::Message pictures =
            samples::reply("m1", care::MessageKind::Resident, "2026-11-23T07:50:00Z", care::Delivery::Sent, "Här är bilderna.");
        pictures.attachments = {{samples::s("pic-1"), samples::s("Hud.png"), samples::s("image/png"), 204800},
            {samples::s("pic-2"), samples::s("Hand.png"), samples::s("image/png"), 1404800},
            {samples::s("pic-3"), samples::s("Film.mp4"), samples::s("video/mp4"), 34048000}};
        session.m_attachments = {
            {samples::s("pic-2"), care::AttachmentState::Wanted}, {samples::s("pic-3"), care::AttachmentState::TooLarge}};
        value.messages = {pictures,
            samples::reply("m2", care::MessageKind::Partial, "2026-11-23T08:02:00Z", care::Delivery::Received, "Vi har läst ditt ärende."),
            samples::reply("m3", care::MessageKind::Question, "2026-11-23T08:30:00Z", care::Delivery::Sent, "Har du feber?"),
            samples::reply("m4", care::MessageKind::Partial, "2026-11-23T09:43:00Z", care::Delivery::SavedHere, "Vi återkommer i dag.")};
        session::QueuedCommand partial = command("c4", care::Verb::Partial, Queued, "Vi återkommer i dag.", "");
        partial.command.messageId = care::MessageId(samples::s("m4"));
        partial.due = samples::now().addSecs(600);
        session::QueuedCommand refused =
            command("c5", care::Verb::Reply, Conflict, "Hej! Du är välkommen i dag 13.30.", "already-answered");
        refused.command.messageId = care::MessageId(samples::s("m5"));
        refused = samples::stopped(refused);
        session.setQueue({command("c0", care::Verb::Take, InFlight, "", ""), partial, refused});
        session::SyncStatus status = session.syncStatus();
        status.link = session::SyncStatus::Link::Offline;
        status.since = samples::at("2026-11-23T09:42:00Z");
        status.waiting = 2;
        status.needsAttention = 1;
        session.setStatus(status);
        window.openCase(samples::cough().value.id);
    };
    return {
        {QStringLiteral("inbox-light"), Light, {1440, 900}, 311, opened},
        {QStringLiteral("inbox-dark"), Dark, {1440, 900}, 311, opened},
        {QStringLiteral("inbox-contrast"), HighContrast, {1440, 900}, 311, opened},
        {QStringLiteral("outage-light"), Light, {1440, 900}, 311, outage},
        {QStringLiteral("old-light"), Light, {1440, 900}, 311, aged(session::DataAge::Old, "2026-11-22T07:10:00Z")},
        {QStringLiteral("tooold-light"), Light, {1440, 900}, 311, aged(session::DataAge::TooOld, "2026-11-19T07:10:00Z")},
        {QStringLiteral("narrow-light"), Light, {960, 640}, 311, opened},
        {QStringLiteral("open-light"), Light, {1440, 900}, 311,
            [](ui::MainWindow& window, FakeSession&) { window.showView(care::View::Open); }},
        {QStringLiteral("mine-compact-light"), Light, {1440, 900}, 311,
            [](ui::MainWindow& window, FakeSession&) {
                window.showView(care::View::Mine);
                window.list().setDensity(ui::Density::Compact);
            }},
        {QStringLiteral("palette-light"), Light, {1440, 900}, 311,
            [](ui::MainWindow& window, FakeSession& session) {
                window.openCase(samples::cough().value.id);
                session.setAnswers(FakeSession::Answers::AtOnce);
                act(window, "openPalette");
                QTest::keyClicks(QApplication::focusWidget() ? QApplication::focusWidget() : &window, QStringLiteral("li"));
            }},
        {QStringLiteral("palette-dark"), Dark, {1440, 900}, 311, [](ui::MainWindow& window, FakeSession&) { act(window, "openPalette"); }},
        {QStringLiteral("keys-light"), Light, {1440, 900}, 311, [](ui::MainWindow& window, FakeSession&) { window.showKeys(); }},
        {QStringLiteral("keys-contrast"), HighContrast, {1440, 900}, 311, [](ui::MainWindow& window, FakeSession&) { window.showKeys(); }},
        {QStringLiteral("queue-light"), Light, {1440, 900}, 311, queue},
        {QStringLiteral("queue-contrast"), HighContrast, {1440, 900}, 311, queue},
        {QStringLiteral("queue-dark"), Dark, {1280, 720}, 311, queueOffline},
        {QStringLiteral("queue-small-light"), Light, {1280, 720}, 311, queueOffline},
        {QStringLiteral("states-light"), Light, {1440, 900}, 311, states},
        {QStringLiteral("states-dark"), Dark, {1280, 720}, 311, states},
        {QStringLiteral("states-contrast"), HighContrast, {1280, 720}, 311, states},
        {QStringLiteral("empty-light"), Light, {1440, 900}, 0,
            [](ui::MainWindow& window, FakeSession&) { window.showView(care::View::Closed); }},
        {QStringLiteral("undo-light"), Light, {1440, 900}, 311,
            [](ui::MainWindow& window, FakeSession&) {
                window.openCase(samples::cough().value.id);
                QTest::qWait(50);
                Q_EMIT window.casePane().submitted({care::CommandId(samples::s("c9")), samples::now().addSecs(8)}, samples::s("Slutsvar"),
                    samples::s("LINDQVIST, Karin"), care::Verb::Reply);
            }},
        {QStringLiteral("held-light"), Light, {1440, 900}, 311,
            [](ui::MainWindow& window, FakeSession& session) {
                window.openCase(samples::cough().value.id);
                window.list().model().setHolding(true);
                for (int index = 1000; index < 1004; ++index) {
                    auto [value, person] = samples::listed(index);
                    value.priority = care::Priority::Stat;
                    session.put(value, person);
                }
                session.announce();
            }},
    };
}

void draw(const Picture& picture, const QDir& place)
{
    FakeSession session(samples::now());
    session.setActor(samples::nurse());
    session::SyncStatus status;
    status.link = session::SyncStatus::Link::Online;
    status.lastPull = samples::at("2026-11-23T09:42:00Z");
    session.setStatus(status);
    if (picture.cases > 0)
        fill(session, picture.cases);
    ui::Theme theme(picture.theme);
    ManualClock clock(samples::now());
    ui::MainWindow window(session, theme, clock);
    window.resize(picture.size);
    window.show();
    window.activateWindow();
    QTest::qWait(50);
    if (picture.prepare)
        picture.prepare(window, session);
    QTest::qWait(100);
    window.grab().save(place.filePath(picture.name + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (const int pixels = qEnvironmentVariableIntValue("PREVIEW_TEXT"); pixels > 0) {
        QFont font = QApplication::font();
        font.setPixelSize(pixels);
        QApplication::setFont(font);
    }
    QTranslator translator;
    if (translator.load(qEnvironmentVariable("PREVIEW_QM")))
        QApplication::installTranslator(&translator);
    const QDir place(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    for (const Picture& picture : pictures()) {
        if (argc > 2 && !picture.name.startsWith(QString::fromLocal8Bit(argv[2])))
            continue;
        draw(picture, place);
    }
    drawUnlockPane(place, argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    return 0;
}
