// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoregion.h"
#include "app/options.h"
#include "app/preferences.h"
#include "core/base/clock.h"
#include "core/crypto/keychain.h"
#include "core/session/keycustody.h"
#include "core/session/localsession.h"
#include "ui/privacy/unlockpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTranslator>

#include <memory>

namespace mottaget::app {

//! Builds and wires everything, by constructor. The only place that knows every concrete class. GUI thread.
class Composition final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composition)

public:
    explicit Composition(Options options);
    ~Composition() override;

    //! Languages, look, then the region and the session; the window is shown as soon as the files are open.
    void start();
    //! The last window was closed: keeps how far the files have come, then `left`. Takes 3 s at most; the keychain may be slow.
    void leave();
    //! As when the network goes: for the screenshots of an outage.
    void stopRegion() { m_region.reset(); }
    [[nodiscard]] session::LocalSession* session() const { return m_session.get(); }
    [[nodiscard]] ui::MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }

Q_SIGNALS:
    void windowShown();
    void left();
    //! Nothing can be shown; `why` is a sentence in the user's language.
    void gaveUp(const QString& why);

private:
    void installLanguage();
    void open(const QUrl& region, const QByteArray& token, const QString& data);
    void openSession(const session::Setup& setup);
    //! Keychain and unlock secret open the files of a real region.
    void askForKeys(const session::Setup& setup);
    void openUnlocked(const session::Setup& setup);
    void showWindow();
    void keepAppearance();
    [[nodiscard]] QString demoFolder() const;

    Options m_options;
    QTemporaryDir m_scratch;
    QThreadPool m_writer;
    Preferences m_preferences;
    SystemClock m_clock;
    QTranslator m_ownTexts;
    QTranslator m_qtTexts;
    ui::Theme m_theme;
    ui::ThemeKind m_firstTheme;
    bool m_themeChosen = false;
    std::unique_ptr<DemoRegion> m_region;
    std::unique_ptr<crypto::DeviceSecret> m_keychain;
    std::unique_ptr<session::KeyCustody> m_custody;
    std::unique_ptr<ui::UnlockPane> m_unlock;
    std::unique_ptr<session::LocalSession> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace mottaget::app
