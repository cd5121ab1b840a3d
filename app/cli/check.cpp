// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check.h"

#include "app/cli/answers.h"
#include "core/session/demoledger.h"
#include "core/session/examine.h"
#include "core/session/filetrouble.h"

#include <QJsonArray>

namespace mottaget::cli {

using namespace Qt::StringLiterals;
using session::ExaminedFile;
using session::FileProblem;
using session::FileTrouble;
using Kind = FileProblem::Kind;

namespace {

//! What is wrong, and what comes of it.
QString sentenceOf(FileTrouble trouble)
{
    switch (trouble) {
    case FileTrouble::Damaged: return u"damaged: a page does not authenticate, or the end is missing"_s;
    case FileTrouble::DamagedLog: return u"its log is damaged: commits may be missing; at the next start a copy of both is kept"_s;
    case FileTrouble::Corrupt: return u"SQLite finds its structures broken"_s;
    case FileTrouble::WrongKey: return u"sealed with another key than the one on record"_s;
    case FileTrouble::OtherFile: return u"another file stands here, or its first page is damaged"_s;
    case FileTrouble::PlainFile: return u"an ordinary SQLite file stands here; nothing in it is taken over"_s;
    case FileTrouble::UnknownFormat: return u"no sealed file, or of a format that this version does not know"_s;
    case FileTrouble::ForeignLayout: return u"not made by Mottaget"_s;
    case FileTrouble::OlderState: return u"sound, but older than what the keychain knows of: put back from a copy"_s;
    case FileTrouble::Gone: return u"gone, though it is known to have been here"_s;
    case FileTrouble::NewerFile: return u"written by a newer Mottaget; use that version"_s;
    case FileTrouble::Unreadable: return u"the disk or the system refused to read it"_s;
    }
    Q_UNREACHABLE();
}

QString codeOf(const FileProblem& problem)
{
    switch (problem.kind) {
    case Kind::NotOpened: return QString(session::codeOf(problem.trouble));
    case Kind::BadPage: return u"badPage"_s;
    case Kind::BadLogFrame: return u"badLogFrame"_s;
    case Kind::StrayBytes: return u"strayBytes"_s;
    case Kind::Structure: return u"structure"_s;
    case Kind::LeftAside: return u"setAside"_s;
    case Kind::LogChain: return u"logChain"_s;
    case Kind::NotExamined: return u"notExamined"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceOf(const FileProblem& problem)
{
    const QString detail = problem.detail.isEmpty() ? QString() : u" ("_s + problem.detail + u')';
    switch (problem.kind) {
    case Kind::NotOpened: return sentenceOf(problem.trouble) + u" ("_s + session::codeOf(problem.trouble) + u')' + detail;
    case Kind::BadPage: return u"page %1 does not authenticate"_s.arg(problem.number);
    case Kind::BadLogFrame: return u"log frame %1 does not authenticate"_s.arg(problem.number);
    case Kind::StrayBytes: return u"%1 bytes after the last whole page"_s.arg(problem.number);
    case Kind::Structure: return problem.detail;
    case Kind::LeftAside:
        return problem.opens ? u"was set aside and can be read: export-unsent takes what is in it"_s
                             : u"was set aside and does not open: "_s + sentenceOf(problem.trouble) + detail;
    case Kind::LogChain: return u"the access log's chain does not hold at entry %1"_s.arg(problem.number) + detail;
    case Kind::NotExamined: return u"the pages were read, but there is no room for the copy that SQLite checks"_s + detail;
    }
    Q_UNREACHABLE();
}

QString lineOf(const ExaminedFile& file)
{
    if (!file.exists)
        return file.path + u": not there yet"_s;
    return u"%1: %2 pages, %3 frames in its log, sound"_s.arg(file.path, QString::number(file.pages), QString::number(file.logFrames));
}

QJsonObject objectOf(const ExaminedFile& file)
{
    QJsonArray problems;
    for (const FileProblem& problem : file.problems) {
        QJsonObject object {{u"code"_s, codeOf(problem)}, {u"text"_s, sentenceOf(problem)}};
        if (problem.number > 0)
            object.insert(u"number"_s, problem.number);
        problems << object;
    }
    return {{u"file"_s, file.path}, {u"exists"_s, file.exists}, {u"pages"_s, file.pages}, {u"logFrames"_s, file.logFrames},
        {u"problems"_s, problems}};
}

} // namespace

Outcome check(const Call& call, const std::optional<crypto::Anchors>& anchors)
{
    const session::Setup& setup = call.setup;
    const auto folder = session::closedFolder(setup.dataRoot, setup.personHsaId, setup.commissionHsaId, setup.keys);
    if (!folder) {
        const QJsonObject object = failure(folder.error());
        return {object, object[u"error"_s][u"text"_s].toString(), Exit::Refused};
    }
    const auto files = session::examine(*folder, anchors ? *anchors : session::demoAnchors(setup.dataRoot));
    QJsonArray objects;
    QStringList problems;
    QStringList lines;
    for (const ExaminedFile& file : files) {
        objects << objectOf(file);
        for (const FileProblem& problem : file.problems)
            problems << file.path + u": "_s + sentenceOf(problem);
        if (file.problems.isEmpty())
            lines << lineOf(file);
    }
    QJsonObject object = problems.isEmpty() ? done() : failure(u"corrupt"_s, u"a file is not sound"_s);
    object.insert(u"files"_s, objects);
    if (problems.isEmpty())
        return {object, (lines << u"all files are sound"_s).join(u'\n'), Exit::Done};
    object.insert(u"problems"_s, QJsonArray::fromStringList(problems));
    return {object, (problems + lines).join(u'\n'), Exit::Refused};
}

} // namespace mottaget::cli
