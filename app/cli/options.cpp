// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "core/care/codes.h"
#include "core/identity/hsaid.h"
#include "core/session/custody.h"

#include <QCommandLineParser>
#include <QFile>
#include <QSysInfo>

namespace mottaget::cli {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<UsageError> wrong(const QString& text)
{
    return failed(UsageError {text});
}

void declare(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"data"_s, u"Data folder."_s, u"DIR"_s},
        {u"region"_s, u"FHIR base URL of the region."_s, u"URL"_s},
        {u"token-file"_s, u"File that holds the bearer token."_s, u"FILE"_s},
        {u"unlock-file"_s, u"File that holds the PIN (folders with sealed files)."_s, u"FILE"_s},
        {u"ca-bundle"_s, u"Authorities (PEM) that may vouch for the region, in place of the system's."_s, u"FILE"_s},
        {u"recovery-key"_s, u"recover: PEM file with the private recovery key; rotate-keys: with the public one."_s, u"FILE"_s},
        {u"passphrase-file"_s, u"recover: file that holds the key's passphrase."_s, u"FILE"_s},
        {u"by"_s, u"recover: HSA-id of who does it."_s, u"HSAID"_s},
        {u"with"_s, u"recover: HSA-id of the second person."_s, u"HSAID"_s},
        {u"json"_s, u"One JSON object as answer."_s},
        {u"once"_s, u"sync: one pull and push."_s},
        {u"view"_s, u"cases: todo, mine, unassigned, waiting, open or closed."_s, u"VIEW"_s, u"todo"_s},
        {u"case"_s, u"act: id of the case."_s, u"ID"_s},
        {u"text"_s, u"act reply, ask, partial: the text."_s, u"TEXT"_s},
        {u"to"_s, u"act assign: HSA-id of a person, or unit."_s, u"HSAID"_s},
        {u"outcome"_s, u"act close: coded outcome."_s, u"CODE"_s},
        {u"journal"_s, u"act close: yes, no or na."_s, u"CHOICE"_s},
        {u"help"_s, u"This text."_s},
        {u"version"_s, u"The version."_s},
    });
}

std::optional<care::Verb> actionOf(const QString& word)
{
    if (word == "reply"_L1)
        return care::Verb::Reply;
    if (word == "ask"_L1)
        return care::Verb::Question;
    if (word == "partial"_L1)
        return care::Verb::Partial;
    if (word == "assign"_L1)
        return care::Verb::Assign;
    return word == "close"_L1 ? std::optional(care::Verb::Close) : std::nullopt;
}

Result<void, UsageError> readAct(Call& call, const QCommandLineParser& parser, const QStringList& words)
{
    call.verb = Call::Verb::Act;
    const auto action = words.size() == 2 ? actionOf(words[1]) : std::nullopt;
    if (!action)
        return wrong(u"act takes one of reply, ask, partial, assign, close"_s);
    call.action = *action;
    if (!parser.isSet(u"case"_s))
        return wrong(u"act needs --case ID"_s);
    call.caseId = care::CaseId(parser.value(u"case"_s));
    call.text = parser.value(u"text"_s);
    call.to = parser.value(u"to"_s);
    call.outcome = parser.value(u"outcome"_s);
    call.journal = care::journalChoiceOf(parser.value(u"journal"_s));
    if (call.action == care::Verb::Assign && call.to.isEmpty())
        return wrong(u"act assign needs --to HSAID or --to unit"_s);
    if (call.action == care::Verb::Close && (call.outcome.isEmpty() || !call.journal))
        return wrong(u"act close needs --outcome CODE and --journal yes, no or na"_s);
    if (call.action != care::Verb::Assign && call.action != care::Verb::Close && !parser.isSet(u"text"_s))
        return wrong(u"act %1 needs --text TEXT"_s.arg(words[1]));
    return {};
}

//! The first line of a file that is its owner's alone; nothing when there is no such file or others may read it.
std::optional<SecretBytes> secretOf(const QString& path)
{
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || (file.permissions() & others) != 0)
        return std::nullopt;
    QByteArray line = file.readLine(1024);
    SecretBytes secret = session::unlockBytes(QString::fromUtf8(line).remove(u'\n').remove(u'\r'));
    line.fill('\0');
    return secret.isEmpty() ? std::nullopt : std::optional(std::move(secret));
}

//! The secret of the file that `option` names; null when it is not set.
Result<std::shared_ptr<const SecretBytes>, UsageError> readSecret(const QCommandLineParser& parser, const QString& option)
{
    if (!parser.isSet(option))
        return nullptr;
    std::optional<SecretBytes> secret = secretOf(parser.value(option));
    if (!secret)
        return wrong(u"--%1 FILE can't be read, is empty, or may be read by others than you"_s.arg(option));
    return std::make_shared<const SecretBytes>(std::move(*secret));
}

Result<void, UsageError> readRecover(Call& call, const QCommandLineParser& parser, const QStringList& words)
{
    call.verb = Call::Verb::Recover;
    call.file = words[1];
    QFile key(parser.value(u"recovery-key"_s));
    if (!key.open(QIODevice::ReadOnly))
        return wrong(u"--recovery-key FILE is missing or can't be read"_s);
    call.recoveryKey = key.read(64 * 1024);
    const auto passphrase = readSecret(parser, u"passphrase-file"_s);
    if (!passphrase)
        return failed(passphrase.error());
    call.passphrase = *passphrase;
    const auto by = identity::parseHsaId(parser.value(u"by"_s));
    const auto with = identity::parseHsaId(parser.value(u"with"_s));
    if (!by || !with || *by == *with)
        return wrong(u"recover needs two persons: --by HSAID and --with HSAID"_s);
    call.by = by->text();
    call.with = with->text();
    return {};
}

Result<void, UsageError> readRotate(Call& call, const QCommandLineParser& parser)
{
    call.verb = Call::Verb::RotateKeys;
    if (!parser.isSet(u"recovery-key"_s))
        return {};
    QFile key(parser.value(u"recovery-key"_s));
    if (!key.open(QIODevice::ReadOnly))
        return wrong(u"--recovery-key FILE can't be read"_s);
    call.recoveryKey = key.read(64 * 1024);
    return {};
}

Result<void, UsageError> readVerb(Call& call, const QCommandLineParser& parser)
{
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(0);
    if (verb == "sync"_L1 && words.size() == 1 && parser.isSet(u"once"_s))
        call.verb = Call::Verb::Sync;
    else if (verb == "cases"_L1 && words.size() == 1)
        call.verb = Call::Verb::Cases;
    else if (verb == "case"_L1 && words.size() == 2)
        call.verb = Call::Verb::Case;
    else if (verb == "outbox"_L1 && words.size() == 1)
        call.verb = Call::Verb::Outbox;
    else if (verb == "check"_L1 && words.size() == 1)
        call.verb = Call::Verb::Check;
    else if (verb == "export-unsent"_L1 && words.size() == 2)
        call.verb = Call::Verb::ExportUnsent;
    else if (verb == "recover"_L1 && words.size() == 2)
        return readRecover(call, parser, words);
    else if (verb == "rotate-keys"_L1 && words.size() == 1)
        return readRotate(call, parser);
    else if (verb == "act"_L1)
        return readAct(call, parser, words);
    else
        return wrong(verb.isEmpty() ? u"what to do is missing"_s : u"can't make sense of \"%1\""_s.arg(words.join(u' ')));
    if (call.verb == Call::Verb::Case)
        call.caseId = care::CaseId(words[1]);
    if (call.verb == Call::Verb::ExportUnsent)
        call.file = words[1];
    const auto view = care::viewOf(parser.value(u"view"_s));
    if (!view)
        return wrong(u"no such view: %1"_s.arg(parser.value(u"view"_s)));
    call.view = *view;
    return {};
}

Result<void, UsageError> readSetup(Call& call, const QCommandLineParser& parser)
{
    session::Setup& setup = call.setup;
    setup.dataRoot = parser.value(u"data"_s);
    if (setup.dataRoot.isEmpty())
        return wrong(u"--data DIR is missing"_s);
    setup.region = QUrl(parser.value(u"region"_s), QUrl::StrictMode);
    if (parser.isSet(u"region"_s) && (!setup.region.isValid() || setup.region.scheme().isEmpty()))
        return wrong(u"--region is no URL"_s);
    setup.caBundle = parser.value(u"ca-bundle"_s);
    if (call.verb == Call::Verb::Sync && setup.region.isEmpty())
        return wrong(u"sync needs --region URL"_s);
    if (call.verb == Call::Verb::Recover)
        return {}; // whoever recovers is nobody here
    const auto unlock = readSecret(parser, u"unlock-file"_s);
    if (!unlock)
        return failed(unlock.error());
    call.unlockSecret = *unlock;
    QFile file(parser.value(u"token-file"_s));
    if (!file.open(QIODevice::ReadOnly))
        return wrong(u"--token-file FILE is missing or can't be read"_s);
    setup.token = file.read(64 * 1024).trimmed();
    const auto subject = session::subjectOf(setup.token);
    if (!subject)
        return wrong(u"the token is not of a form that is known: demo:<HSA-id>:<commission>"_s);
    setup.personHsaId = subject->personHsaId;
    setup.commissionHsaId = subject->commissionHsaId;
    setup.device = QSysInfo::machineHostName();
    setup.undoWindow = std::chrono::milliseconds(0); // a script does not take back
    setup.syncAtOnce = false;
    return {};
}

} // namespace

QString usage()
{
    QCommandLineParser parser;
    declare(parser);
    return u"mottaget-cli --data DIR --region URL --token-file FILE [--json] VERB\n"
           "  sync --once\n  cases [--view VIEW]\n  case ID\n"
           "  act reply|ask|partial --case ID --text TEXT\n  act assign --case ID --to HSAID|unit\n"
           "  act close --case ID --outcome CODE --journal yes|no|na\n  outbox\n  check\n"
           "  rotate-keys --unlock-file FILE [--recovery-key FILE]\n  export-unsent FILE\n  recover FILE --recovery-key FILE "
           "[--passphrase-file FILE] --by HSAID --with HSAID\n"
           "A folder of a real region opens with --unlock-file FILE (first line: PIN or passphrase; readable by its owner alone).\n"
           "Exit codes: 0 done, 1 refused with reason, 2 usage, 3 offline.\n"_s;
}

Result<Call, UsageError> parseCall(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    Call call;
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    call.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        call.verb = parser.isSet(u"help"_s) ? Call::Verb::Help : Call::Verb::Version;
        return call;
    }
    if (auto read = readVerb(call, parser); !read)
        return failed(read.error());
    if (auto read = readSetup(call, parser); !read)
        return failed(read.error());
    return call;
}

} // namespace mottaget::cli
