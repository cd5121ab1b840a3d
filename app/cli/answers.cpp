// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answers.h"

#include "core/care/codes.h"

#include <QJsonArray>

namespace mottaget::cli {

using namespace Qt::StringLiterals;

namespace {

QString instant(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

struct ErrorText {
    const char* code;
    const char* text;
};

ErrorText textOf(session::OpenError::Code code)
{
    using Code = session::OpenError::Code;
    switch (code) {
    case Code::RegionNotLoopback: return {"regionNotLoopback", "a demo folder serves only a region on this machine"};
    case Code::FolderNotDemo: return {"folderNotDemo", "the folder holds something and is not marked DEMO"};
    case Code::NetworkDisk: return {"networkDisk", "the data folder lies on another machine's disk; choose one on this machine"};
    case Code::InUse: return {"inUse", "the data folder is in use by another process"};
    case Code::NewerFiles: return {"newerFiles", "the files were written by a newer Mottaget"};
    case Code::DiskFull: return {"diskFull", "the disk is full; nothing was changed"};
    case Code::NotWritable: return {"notWritable", "the data folder or its disk may only be read"};
    case Code::OutOfMemory: return {"outOfMemory", "the system gave no memory; nothing was changed"};
    case Code::MigrationFailed:
        return {"migrationFailed", "a file of an older version could not be brought to this one's form; it is as it was"};
    case Code::DiskFailed: return {"diskFailed", "the disk refused to read or write; look at its health before the next try"};
    case Code::SealingBroken:
        return {"sealingBroken", "the encryption does not work on this machine (OpenSSL, SQLite); nothing is opened without it"};
    case Code::NotSetAside: return {"notSetAside", "a file does not open and can't be moved aside either; nothing was begun over it"};
    case Code::CannotOpen: return {"cannotOpen", "the files can't be opened"};
    case Code::BadToken: return {"badToken", "the token is not of a form that is known"};
    }
    Q_UNREACHABLE();
}

ErrorText textOf(care::Refusal::Reason reason)
{
    using Reason = care::Refusal::Reason;
    switch (reason) {
    case Reason::NotPermittedRole: return {"notPermittedRole", "your role at the unit does not allow it"};
    case Reason::NotPermittedProfession: return {"notPermittedProfession", "your profession does not allow it"};
    case Reason::NotYours: return {"notYours", "the case is somebody else's"};
    case Reason::WrongState: return {"wrongState", "the case's state does not allow it"};
    case Reason::AlreadyAnswered: return {"alreadyAnswered", "a final reply stands already"};
    case Reason::Locked: return {"locked", "the case is closed"};
    case Reason::EmptyText: return {"emptyText", "the text is empty"};
    case Reason::UnfilledTemplate: return {"unfilledTemplate", "a placeholder in the text is not filled in"};
    case Reason::MissingOutcome: return {"missingOutcome", "no such outcome"};
    case Reason::MissingAssignee: return {"missingAssignee", "nobody to assign to"};
    case Reason::NoChange: return {"noChange", "it already is so"};
    case Reason::MissingReason: return {"missingReason", "a reason is needed"};
    case Reason::OtherUnit: return {"otherUnit", "the case belongs to another unit"};
    }
    Q_UNREACHABLE();
}

QJsonObject told(const ErrorText& error)
{
    return failure(QString::fromLatin1(error.code), QString::fromLatin1(error.text));
}

} // namespace

QJsonObject done()
{
    return {{u"ok"_s, true}};
}

QJsonObject failure(const QString& code, const QString& text)
{
    return {{u"ok"_s, false}, {u"error"_s, QJsonObject {{u"code"_s, code}, {u"text"_s, text}}}};
}

QJsonObject syncFailure(const QString& problem, bool diskNearlyFull)
{
    if (problem != "disk"_L1)
        return failure(problem, u"something the region sent could not be applied; the rest was"_s);
    return failure(problem,
        diskNearlyFull ? u"the disk is nearly full; what is left is kept for unsent work, and nothing more is fetched until there is room"_s
                       : u"the disk did not take what the region sent"_s);
}

QJsonObject failure(const session::OpenError& error)
{
    const ErrorText known = textOf(error.code);
    const QString text = QString::fromLatin1(known.text);
    return failure(QString::fromLatin1(known.code), error.detail.isEmpty() ? text : text + u" ("_s + error.detail + u')');
}

QJsonObject failure(const session::RescueError& error)
{
    using Code = session::RescueError::Code;
    switch (error.code) {
    case Code::NoFolder: return told({"noFolder", "no data folder there, or nobody has worked in it"});
    case Code::InUse: return told({"inUse", "the data folder is in use by another process"});
    case Code::NotDemo: return told({"folderNotDemo", "the folder is not marked DEMO and has no key record of this person"});
    case Code::CannotOpen:
        return failure(
            u"cannotOpen"_s, u"the folder's keys can't be had"_s + (error.detail.isEmpty() ? QString() : u" ("_s + error.detail + u')'));
    case Code::NotAKey: return told({"notAKey", "the recovery key's file holds no private key in PEM"});
    case Code::OtherAlgorithm: return told({"otherAlgorithm", "the recovery key is not of X25519"});
    case Code::NeedsPassphrase: return told({"needsPassphrase", "the recovery key needs its passphrase: --passphrase-file FILE"});
    case Code::WrongPassphrase: return told({"wrongPassphrase", "the passphrase does not open the recovery key"});
    case Code::NotForThisKey: return told({"notForThisKey", "nothing in this folder was wrapped to this recovery key"});
    case Code::LogNotWritten: return told({"logNotWritten", "the access log did not take the entry; nothing was shown"});
    }
    Q_UNREACHABLE();
}

QJsonObject failure(const session::SessionError& error)
{
    using Code = session::SessionError::Code;
    switch (error.code) {
    case Code::NotFound: return told({"notFound", "the case is not here"});
    case Code::AccessDenied: return told({"accessDenied", "access is not allowed or could not be logged"});
    case Code::Refused: return told(textOf(error.refusal.reason));
    case Code::StoreFailed: return told({"storeFailed", "the disk did not take it; nothing was done"});
    case Code::TooLate: return told({"tooLate", "it is on its way already"});
    case Code::NotSignedIn: return told({"notSynced", "nothing has been fetched for this person yet; run sync first"});
    case Code::DataTooOld: return told({"dataTooOld", "not fetched for too long; nothing is shown until a sync has gone through"});
    case Code::VersionMoved: return told({"versionMoved", "the case has changed meanwhile; look again"});
    }
    Q_UNREACHABLE();
}

QJsonObject rowObject(const care::CaseRow& row)
{
    const QString name = care::safeName(row.familyName, row.givenName);
    const QJsonObject patient {{u"id"_s, row.patient.text()}, {u"name"_s, orNull(name)}, {u"identity"_s, orNull(row.identity)}};
    return {{u"id"_s, row.id.text()}, {u"number"_s, row.number}, {u"type"_s, row.type}, {u"state"_s, QString(care::codeOf(row.state))},
        {u"patient"_s, patient}, {u"owner"_s, row.owner.name}, {u"priority"_s, QString(care::codeOf(row.priority))},
        {u"due"_s, orNull(instant(row.order.due))}, {u"reason"_s, QString(care::codeOf(row.order.reason))},
        {u"pending"_s, row.pending ? QJsonValue(QString(care::codeOf(*row.pending))) : QJsonValue()}};
}

QJsonObject caseObject(const session::OpenCase& open)
{
    QJsonArray thread;
    for (const care::Message& message : open.value.messages)
        thread << QJsonObject {{u"id"_s, message.id.text()}, {u"kind"_s, QString(care::codeOf(message.kind))},
            {u"sender"_s, message.senderName}, {u"sent"_s, instant(message.sent)}, {u"text"_s, message.text}};
    QJsonArray form;
    for (const care::FormAnswer& answer : open.value.form)
        form << QJsonObject {{u"question"_s, answer.question}, {u"answer"_s, answer.answer}};
    QJsonArray notes;
    for (const care::Note& note : open.value.notes)
        notes << QJsonObject {{u"author"_s, note.author}, {u"time"_s, instant(note.time)}, {u"text"_s, note.text}};
    QJsonObject object = rowObject(open.row);
    object.insert(u"thread"_s, thread);
    object.insert(u"form"_s, form);
    object.insert(u"notes"_s, notes);
    return object;
}

QJsonObject queuedObject(const session::QueuedCommand& queued)
{
    return {{u"id"_s, queued.command.id.text()}, {u"verb"_s, QString(care::codeOf(queued.command.verb))},
        {u"case"_s, queued.command.caseId.text()}, {u"state"_s, QString(care::codeOf(queued.state))}, {u"attempts"_s, queued.attempts},
        {u"reason"_s, orNull(queued.reason)}};
}

QString rowLine(const care::CaseRow& row)
{
    const QString name =
        row.protection != care::Protection::None ? u"Skyddade personuppgifter"_s : care::safeName(row.familyName, row.givenName);
    return QStringList {row.id.text(), row.number, row.typeTitle, QString(care::codeOf(row.state)), name, row.subject,
        row.pending ? QString(care::codeOf(*row.pending)) : QString()}
        .join(u'\t');
}

} // namespace mottaget::cli
