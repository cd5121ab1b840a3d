// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "app/options.h"
#include "app/screenshots.h"
#include "core/base/hardening.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QStyleFactory>
#include <QTextStream>

#include <algorithm>
#include <iterator>

using namespace mottaget;
using namespace Qt::StringLiterals;

namespace {

// Whoever started it from the desktop sees no terminal.
void giveUp(const QString& why, bool isAttended)
{
    QTextStream(stderr) << why << '\n';
    if (!isAttended) {
        QApplication::exit(1);
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Critical, QApplication::applicationDisplayName(), why, QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QObject::connect(box, &QMessageBox::finished, qApp, [] { QApplication::exit(1); });
    box->open();
}

} // namespace

int main(int argc, char** argv)
{
    if (!harden())
        QTextStream(stderr) << "mottaget: core dumps could not be switched off\n";
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTTAGET_VERSION));
    // Before the application, which wants a display: --help and a mistake need none.
    QStringList words;
    std::transform(argv, argv + argc, std::back_inserter(words), [](const char* word) { return QString::fromLocal8Bit(word); });
    const auto options = app::parseOptions(words);
    if (!options) {
        QTextStream(options.error().asked ? stdout : stderr) << options.error().text << '\n';
        return options.error().asked ? 0 : 2;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"mottaget"_s);
    QApplication::setApplicationDisplayName(u"Mottaget"_s);
    QApplication::setDesktopFileName(u"se.mottaget.Mottaget"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/mottaget.svg"_s));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));

    QApplication::setQuitOnLastWindowClosed(false); // something is kept first
    app::Composition composition(*options);
    QObject::connect(&application, &QApplication::lastWindowClosed, &composition, &app::Composition::leave);
    QObject::connect(&composition, &app::Composition::left, &application, &QApplication::quit);
    QObject::connect(&composition, &app::Composition::gaveUp, &application,
        [isAttended = options->screenshots.isEmpty()](const QString& why) { giveUp(why, isAttended); });
    app::Screenshots screenshots(composition, options->screenshots);
    QMetaObject::invokeMethod(&composition, &app::Composition::start, Qt::QueuedConnection);
    return QApplication::exec();
}
