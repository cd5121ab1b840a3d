// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answers.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/rescue.h"

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

} // namespace

int main(int argc, char** argv)
{
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
    const SystemClock clock;
    if (call->verb == cli::Call::Verb::ExportUnsent || call->verb == cli::Call::Verb::Recover)
        return print(cli::rescue(*call, clock), call->json);
    cli::Outcome outcome;
    {
        // Closed before the answer is printed: whoever reads it may start the next call at once.
        cli::Commands commands(*call, clock, [&](cli::Outcome result) {
            outcome = std::move(result);
            QCoreApplication::quit();
        });
        QMetaObject::invokeMethod(&commands, &cli::Commands::begin, Qt::QueuedConnection);
        QCoreApplication::exec();
    }
    return print(outcome, call->json);
}
