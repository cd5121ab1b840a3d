// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/preview/unlockpictures.h"

#include "tests/ui/privacy/fakecustody.h"
#include "tests/ui/samplelist.h"
#include "ui/privacy/unlockpane.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QList>
#include <QTest>

namespace mottaget {

namespace {

using Status = session::CustodyStatus;

struct Picture {
    QString name;
    ui::ThemeKind theme = ui::ThemeKind::Light;
    Status status;
};

Status locked(int wrongTries)
{
    Status status;
    status.phase = Status::Phase::Locked;
    status.wasWrong = wrongTries > 0;
    status.wrongTries = wrongTries;
    if (wrongTries > 2)
        status.retryAt = samples::now().addSecs(30);
    return status;
}

Status stuck(Status::Trouble trouble)
{
    Status status;
    status.phase = Status::Phase::Stuck;
    status.trouble = trouble;
    status.writtenBy = samples::s("libsecret");
    status.found = samples::s("kwallet5");
    status.detail = samples::s("org.freedesktop.DBus.Error.NoReply");
    status.recoverable = true;
    return status;
}

Status inPhase(Status::Phase phase)
{
    Status status;
    status.phase = phase;
    return status;
}

QList<Picture> pictures()
{
    using enum ui::ThemeKind;
    return {
        {samples::s("unlock-new-light"), Light, inPhase(Status::Phase::New)},
        {samples::s("unlock-new-contrast"), HighContrast, inPhase(Status::Phase::New)},
        {samples::s("unlock-change-light"), Light, inPhase(Status::Phase::Unlocked)},
        {samples::s("unlock-locked-light"), Light, locked(0)},
        {samples::s("unlock-wrong-dark"), Dark, locked(3)},
        {samples::s("unlock-otherkeychain-light"), Light, stuck(Status::Trouble::OtherKeychain)},
        {samples::s("unlock-secretmissing-dark"), Dark, stuck(Status::Trouble::SecretMissing)},
        {samples::s("unlock-keychainlocked-contrast"), HighContrast, stuck(Status::Trouble::KeychainLocked)},
    };
}

} // namespace

void drawUnlockPane(const QDir& place, const QString& prefix)
{
    for (const Picture& picture : pictures()) {
        if (!picture.name.startsWith(prefix))
            continue;
        ui::FakeCustody custody;
        custody.become(picture.status);
        const ui::Theme theme(picture.theme);
        QApplication::setPalette(theme.palette());
        const ManualClock clock(samples::now());
        ui::UnlockPane pane(custody, theme, clock);
        pane.resize(960, 640);
        pane.show();
        QTest::qWait(50);
        pane.grab().save(place.filePath(picture.name + samples::s(".png")));
    }
}

} // namespace mottaget
