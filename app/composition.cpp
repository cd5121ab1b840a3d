// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "core/base/onready.h"
#include "core/crypto/recovery.h"
#include "ui/widgets/sentences.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTimer>

namespace mottaget::app {

using namespace Qt::StringLiterals;

namespace {

ui::ThemeKind desktopsTheme()
{
    return QApplication::palette().window().color().lightness() < 128 ? ui::ThemeKind::Dark : ui::ThemeKind::Light;
}

QString preferencesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.conf"_s;
}

//! The demo's data is made around one instant, and stays the same over restarts of one day.
QDateTime demoInstant(const QString& folder)
{
    QFile file(folder + u"/began"_s);
    if (file.open(QIODevice::ReadOnly))
        return QDateTime::fromString(QString::fromLatin1(file.readAll()), Qt::ISODate);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (file.open(QIODevice::WriteOnly))
        file.write(now.toString(Qt::ISODate).toLatin1());
    return now;
}

} // namespace

Composition::Composition(Options options)
    : m_options(std::move(options))
    , m_preferences(readPreferences(preferencesFile()))
    , m_theme(themeOf(m_options.theme).value_or(m_preferences.theme.value_or(desktopsTheme())))
    , m_firstTheme(m_theme.kind())
{
    m_writer.setMaxThreadCount(1); // what is written last stays
}

Composition::~Composition()
{
    m_unlock.reset();
    // The window first: it looks at the session, which looks at the region.
    m_window.reset();
    m_session.reset();
    m_region.reset();
}

QString Composition::demoFolder() const
{
    if (!m_options.data.isEmpty())
        return m_options.data;
    if (!m_options.screenshots.isEmpty()) // of a first start, whatever was done in today's demo
        return m_scratch.filePath(u"demo"_s);
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/demo-"_s + day;
}

void Composition::installLanguage()
{
    const QString wish = m_options.language.isEmpty() ? QLocale::system().name().left(2) : m_options.language;
    const QLocale locale(wish == "en"_L1 ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(QLocale::Swedish));
    QLocale::setDefault(locale);
    const QString code = locale.name().left(2);
    if (m_ownTexts.load(u":/i18n/mottaget_"_s + code))
        QApplication::installTranslator(&m_ownTexts);
    if (m_qtTexts.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&m_qtTexts);
}

void Composition::start()
{
    installLanguage();
    QApplication::setPalette(m_theme.palette());
    if (!m_options.demo) {
        QFile file(m_options.tokenFile);
        const QByteArray token = file.open(QIODevice::ReadOnly) ? file.read(64 * 1024).trimmed() : QByteArray();
        open(m_options.region, token, m_options.data);
        return;
    }
    const QString folder = demoFolder();
    if (!session::acceptFolder(folder, QUrl())) {
        Q_EMIT gaveUp(tr("Mappen %1 kan inte användas för demon.").arg(folder));
        return;
    }
    if (!m_options.region.isEmpty()) {
        open(m_options.region, DemoRegion::token(), folder);
        return;
    }
    m_region = std::make_unique<DemoRegion>();
    connect(m_region.get(), &DemoRegion::listening, this, [this, folder](const QUrl& base) { open(base, DemoRegion::token(), folder); });
    connect(m_region.get(), &DemoRegion::failed, this,
        [this](const QString& why) { Q_EMIT gaveUp(tr("Demoregionen startade inte: %1").arg(why)); });
    m_region->start(folder + u"/region.store"_s, demoInstant(folder), m_options.regionArguments);
}

void Composition::open(const QUrl& region, const QByteArray& token, const QString& data)
{
    const auto subject = session::subjectOf(token);
    if (!subject) {
        Q_EMIT gaveUp(tr("Inloggningsfilen kan inte läsas."));
        return;
    }
    session::Setup setup;
    setup.dataRoot = data;
    setup.region = region;
    setup.caBundle = m_options.caBundle;
    setup.token = token;
    setup.personHsaId = subject->personHsaId;
    setup.commissionHsaId = subject->commissionHsaId;
    setup.device = QSysInfo::machineHostName();
    if (session::isDemoRegion(region))
        openSession(setup);
    else
        askForKeys(setup);
}

void Composition::askForKeys(const session::Setup& setup)
{
    session::KeyCustody::Options options;
    options.place = session::placeOf(setup);
    if (!m_options.recoveryKey.isEmpty()) {
        QFile file(m_options.recoveryKey);
        auto key = crypto::RecoveryPublicKey::fromPem(file.open(QIODevice::ReadOnly) ? file.read(64 * 1024) : QByteArray());
        if (!key) {
            Q_EMIT gaveUp(tr("Regionens återställningsnyckel kan inte läsas: %1").arg(m_options.recoveryKey));
            return;
        }
        options.terms.recovery = *key;
    }
    m_keychain = std::make_unique<crypto::SystemKeychain>();
    m_custody = std::make_unique<session::KeyCustody>(std::move(options), *m_keychain, m_clock);
    m_unlock = std::make_unique<ui::UnlockPane>(*m_custody, m_theme, m_clock);
    m_unlock->setWindowTitle(u"Mottaget"_s);
    m_unlock->resize(560, 640);
    connect(m_unlock.get(), &ui::UnlockPane::unlocked, this, [this, setup] {
        m_unlock.release()->deleteLater(); // its own key press is still being handled
        openUnlocked(setup);
    });
    m_unlock->show();
    m_custody->begin();
}

// Files whose keys are due are moved first. Whatever comes of that, they open with the keys the custody has then.
void Composition::openUnlocked(const session::Setup& setup)
{
    onReady(m_custody->rotate(false), this,
        [this, opened = setup](const std::optional<Result<session::custody::SharedKeys, session::custody::Failure>>& /*moved*/) mutable {
            opened.keys = m_custody->keys();
            opened.ledger = m_custody.get();
            openSession(opened);
        });
}

void Composition::openSession(const session::Setup& setup)
{
    m_session = std::make_unique<session::LocalSession>(setup, m_clock);
    onReady(m_session->open(), this, [this](const std::optional<Result<void, session::OpenError>>& opened) {
        if (opened && *opened) {
            showWindow();
            return;
        }
        Q_EMIT gaveUp(ui::Sentences::openError(opened ? opened->error() : session::OpenError {}));
    });
}

void Composition::leave()
{
    constexpr int patience = 3000; // ms
    QTimer::singleShot(patience, this, &Composition::left);
    if (!m_session) {
        Q_EMIT left();
        return;
    }
    onReady(m_session->keepStanding(), this, [this](const std::optional<bool>& /*kept*/) { Q_EMIT left(); });
}

void Composition::showWindow()
{
    m_window = std::make_unique<ui::MainWindow>(*m_session, m_theme, m_clock);
    m_window->setDensity(m_preferences.density);
    if (m_custody)
        m_window->setCustody(*m_custody);
    if (m_options.screenshots.isEmpty()) { // pictures are of the window as everybody meets it first
        m_window->restoreGeometry(m_preferences.geometry);
        connect(m_window.get(), &ui::MainWindow::appearanceChanged, this, &Composition::keepAppearance);
    }
    m_window->show();
    Q_EMIT windowShown();
}

void Composition::keepAppearance()
{
    // The desktop's theme, or one named on the command line, is of this start alone until another has been chosen.
    m_themeChosen = m_themeChosen || m_theme.kind() != m_firstTheme;
    if (m_themeChosen)
        m_preferences.theme = m_theme.kind();
    m_preferences.density = m_window->density();
    m_preferences.geometry = m_window->saveGeometry();
    m_writer.start([path = preferencesFile(), preferences = m_preferences] { writePreferences(path, preferences); });
}

} // namespace mottaget::app
