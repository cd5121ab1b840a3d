// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rescue.h"

#include "app/cli/answers.h"
#include "core/care/codes.h"

#include <QFile>
#include <QJsonArray>

#include <unistd.h>

namespace mottaget::cli {

using namespace Qt::StringLiterals;

namespace {

Outcome refused(const QString& code, const QString& text)
{
    return {failure(code, text), text, Exit::Refused};
}

Outcome refused(const session::RescueError& error)
{
    const QJsonObject object = failure(error);
    return {object, object[u"error"_s][u"text"_s].toString(), Exit::Refused};
}

QString instant(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : u"-"_s;
}

QString indented(const QString& text)
{
    return u"      "_s + QString(text).replace(u'\n', u"\n      "_s) + u'\n';
}

QString sourceOf(const QString& file)
{
    return file.isEmpty() ? QString() : file + u", which was set aside: the region may know it since"_s;
}

QString paragraph(int number, const session::UnsentAction& action)
{
    const care::Command& command = action.command;
    QString text = u"%1. %2\n"_s.arg(QString::number(number), command.label);
    const auto line = [&text](QLatin1StringView name, const QString& value) {
        if (!value.isEmpty())
            text += u"   "_s + name + u": "_s + value + u'\n';
    };
    line("verb"_L1, QString(care::codeOf(command.verb)));
    line("state"_L1, QString(care::codeOf(action.state)));
    line("reason"_L1, action.reason);
    line("region said"_L1, action.serverText);
    line("only in"_L1, sourceOf(action.source));
    line("case"_L1, command.caseId.text());
    line("made"_L1, instant(command.actedAt));
    line("by"_L1, u"%1, %2, commission %3"_s.arg(command.authorName, command.authorHsaId, command.commissionHsaId));
    if (command.assignee)
        line("to"_L1, u"%1, %2"_s.arg(command.assignee->name, command.assignee->reference));
    if (command.priority)
        line("priority"_L1, QString(care::codeOf(*command.priority)));
    if (command.closure)
        line("outcome"_L1, command.closure->outcome + u", journal "_s + care::codeOf(command.closure->journal));
    if (!command.text.isEmpty())
        text += u"   text:\n"_s + indented(command.text);
    return text + u'\n';
}

QString paragraph(const session::UnsentDraft& draft)
{
    const QString source = draft.source.isEmpty() ? QString() : u", only in "_s + sourceOf(draft.source);
    return u"Draft, %1, case %2, saved %3%4\n"_s.arg(QString(care::codeOf(draft.verb)), draft.caseId.text(), instant(draft.savedAt), source)
        + indented(draft.text) + u'\n';
}

//! New, and for nobody else; an existing file is left alone. On the disk when it returns true, and no half of it otherwise: what stands in
//! it may be deleted elsewhere on the strength of it, and it is the one place where patients' names lie in clear.
bool writeNew(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    if (file.write(text) == text.size() && file.flush() && fsync(file.handle()) == 0)
        return true;
    file.close();
    QFile::remove(path); // not file.remove(), which does nothing after a write that failed
    return false;
}

QJsonObject toldOf(const session::UnsentWork& work)
{
    return {{u"folder"_s, work.folder}, {u"actions"_s, work.actions.size()}, {u"drafts"_s, work.drafts.size()},
        {u"unopened"_s, QJsonArray::fromStringList(work.unopened)}};
}

Result<QList<session::UnsentWork>, session::RescueError> read(const Call& call, const Clock& clock)
{
    if (call.verb == Call::Verb::ExportUnsent)
        return session::exportUnsent(call.setup.dataRoot, call.setup.personHsaId, call.setup.commissionHsaId, call.setup.keys)
            .transform([](const session::UnsentWork& work) { return QList {work}; });
    session::Recovery recovery {call.setup.dataRoot, call.recoveryKey, {}, call.by, call.with};
    if (call.passphrase) {
        std::vector<std::byte> bytes(call.passphrase->view().begin(), call.passphrase->view().end());
        recovery.passphrase = SecretBytes::take(bytes);
    }
    return session::recoverUnsent(recovery, clock.now());
}

} // namespace

QString unsentText(const QList<session::UnsentWork>& all, const QDateTime& now)
{
    QString text = u"Mottaget: what the region does not know, written %1\n"_s.arg(instant(now));
    for (const session::UnsentWork& work : all) {
        text += u"\nFolder %1: %2 actions, %3 drafts\n"_s.arg(
            work.folder, QString::number(work.actions.size()), QString::number(work.drafts.size()));
        for (const QString& file : work.unopened)
            text += u"Not opened: "_s + file + u'\n';
        text += u'\n';
        for (int i = 0; i < work.actions.size(); ++i)
            text += paragraph(i + 1, work.actions[i]);
        for (const session::UnsentDraft& draft : work.drafts)
            text += paragraph(draft);
    }
    return text;
}

Outcome rescue(const Call& call, const Clock& clock)
{
    if (QFile::exists(call.file))
        return refused(u"fileExists"_s, u"the file is there already"_s);
    const auto all = read(call, clock);
    if (!all)
        return refused(all.error());
    if (!writeNew(call.file, unsentText(*all, clock.now()).toUtf8()))
        return refused(u"notWritten"_s, u"the file can't be written"_s);
    QJsonArray folders;
    qsizetype actions = 0;
    qsizetype drafts = 0;
    bool whole = true;
    for (const session::UnsentWork& work : *all) {
        folders << toldOf(work);
        actions += work.actions.size();
        drafts += work.drafts.size();
        whole = whole && work.unopened.isEmpty();
    }
    QJsonObject object = whole ? done() : failure(u"notWhole"_s, u"some files could not be opened; the rest was written"_s);
    object.insert(u"folders"_s, folders);
    const QString words = u"%1 actions and %2 drafts written"_s.arg(QString::number(actions), QString::number(drafts));
    return {object, whole ? words : words + u"; some files could not be opened"_s, whole ? Exit::Done : Exit::Refused};
}

} // namespace mottaget::cli
