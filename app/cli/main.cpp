// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answers.h"
#include "app/cli/check.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/rescue.h"
#include "app/cli/unlocking.h"
#include "core/base/hardening.h"
#include "core/base/onready.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

using namespace mottaget;
using namespace Qt::StringLiterals;

namespace {

int print(const cli::Outcome& outcome, bool json)
{
    if (json)
        QTextStream(stdout) << QJsonDocument(outcome.object).toJson(QJsonDocument::Compact) << '\n';
    else if (!outcome.words.isEmpty())
        QTextStream(outcome.exit == cli::Exit::Done ? stdout : stderr) << outcome.words << '\n';
    return static_cast<int>(outcome.exit);
}

cli::Outcome refusedBy(const QJsonObject& failure)
{
    return {failure, failure[u"error"_s][u"text"_s].toString(), cli::Exit::Refused};
}

//! Runs the event loop until `begin` has called what it is given.
template <typename T, typename Fn>
T awaited(Fn begin)
{
    T answer;
    const auto done = [&answer](T given) {
        answer = std::move(given);
        QCoreApplication::quit();
    };
    QMetaObject::invokeMethod(
        qApp, [&] { begin(done); }, Qt::QueuedConnection);
    QCoreApplication::exec();
    return answer;
}

cli::Outcome rotate(session::KeyCustody& custody)
{
    using Moved = Result<session::custody::SharedKeys, session::custody::Failure>;
    const auto moved = awaited<std::optional<Moved>>([&custody](auto done) { onReady(custody.rotate(true), qApp, done); });
    if (moved && *moved)
        return {cli::done(), u"new keys"_s, cli::Exit::Done};
    if (moved && moved->error() == session::custody::Failure::NoRecoveryKey)
        return refusedBy(
            cli::failure(u"noRecoveryKey"_s, u"the files can be recovered by the region today; name its key: --recovery-key FILE"_s));
    return refusedBy(cli::failure(u"notMoved"_s, u"not every file could be moved; all open as before, and the next call goes on"_s));
}

cli::Outcome carryOut(cli::Call call)
{
    const SystemClock clock;
    std::unique_ptr<cli::Unlocking> unlocking;
    if (cli::needsUnlock(call)) {
        unlocking = std::make_unique<cli::Unlocking>(call, clock);
        const auto failure = awaited<std::optional<QJsonObject>>([&](auto done) { unlocking->begin(done); });
        if (failure)
            return refusedBy(*failure);
        call.setup.keys = unlocking->custody().keys();
        call.setup.ledger = &unlocking->custody();
    }
    if (call.verb == cli::Call::Verb::RotateKeys)
        return unlocking ? rotate(unlocking->custody())
                         : refusedBy(cli::failure(u"noCustody"_s, u"a demo folder, or nobody's: its keys are not moved"_s));
    if (call.verb == cli::Call::Verb::Check) {
        const auto anchors = call.setup.ledger
            ? awaited<std::optional<crypto::Anchors>>([&call](auto done) { onReady(call.setup.ledger->anchors(), qApp, done); })
            : std::nullopt;
        return cli::check(call, anchors);
    }
    if (call.verb == cli::Call::Verb::ExportUnsent || call.verb == cli::Call::Verb::Recover)
        return cli::rescue(call, clock);
    // Closed before the answer is printed: whoever reads it may start the next call at once.
    std::unique_ptr<cli::Commands> commands;
    return awaited<cli::Outcome>([&](auto done) {
        commands = std::make_unique<cli::Commands>(call, clock, done);
        commands->begin();
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (!harden())
        QTextStream(stderr) << "mottaget-cli: core dumps could not be switched off\n";
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"mottaget-cli"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const auto call = cli::parseCall(arguments);
    if (!call)
        return print({cli::failure(u"usage"_s, call.error().text), call.error().text + u"\n\n"_s + cli::usage(), cli::Exit::Usage},
            arguments.contains("--json"_L1));
    if (call->verb == cli::Call::Verb::Help || call->verb == cli::Call::Verb::Version) {
        const QString words = call->verb == cli::Call::Verb::Help ? cli::usage() : QStringLiteral(MOTTAGET_VERSION);
        return print({cli::done(), words.trimmed(), cli::Exit::Done}, call->json);
    }
    return print(carryOut(*call), call->json);
}
