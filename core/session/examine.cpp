// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/examine.h"

#include "core/session/filetrouble.h"
#include "core/store/anchortable.h"
#include "core/store/filekeys.h"
#include "core/store/logtable.h"

#include <QFile>

#include <algorithm>

namespace mottaget::session {

using namespace Qt::StringLiterals;
using crypto::FileKind;
using Kind = FileProblem::Kind;
using StoreCode = store::StoreError::Code;

namespace {

FileProblem notOpened(const store::StoreError& error)
{
    return {Kind::NotOpened, troubleOf(error), 0, false, error.detail};
}

//! The pages as they lie, by the key that knows most of them: also of a file that no longer opens.
void walkPages(ExaminedFile& examined, const KeptFile& kept, const crypto::FileKeys& keys)
{
    std::optional<store::PageReport> best;
    for (const crypto::FileKey& key : keys) {
        if (key.kind != kept.kind)
            continue;
        const store::SealedKey sealed = store::sealedKeyOf(key);
        auto sealer = store::PageSealer::create(sealed);
        if (!sealer)
            continue;
        auto report = store::verifySealedFile(kept.path, *sealer);
        if (!report) {
            examined.problems << notOpened(report.error());
            return;
        }
        if (!best || report->badPages.size() < best->badPages.size())
            best = std::move(*report);
    }
    if (!best)
        return;
    examined.pages = best->pages;
    examined.logFrames = best->frames;
    if (best->pages > 0 && best->badPages.size() == best->pages)
        return; // not one page: another key or no sealed file, which the opening tells better
    for (const qint64 page : std::as_const(best->badPages))
        examined.problems << FileProblem {Kind::BadPage, FileTrouble::Damaged, page, false, {}};
    for (const qint64 frame : std::as_const(best->badFrames))
        examined.problems << FileProblem {Kind::BadLogFrame, FileTrouble::DamagedLog, frame, false, {}};
    if (best->strayBytes > 0)
        examined.problems << FileProblem {Kind::StrayBytes, FileTrouble::Damaged, best->strayBytes, false, {}};
}

QString codeOf(store::ChainProblem::Kind kind)
{
    using Kind = store::ChainProblem::Kind;
    switch (kind) {
    case Kind::Broken: return u"broken"_s;
    case Kind::Changed: return u"changed"_s;
    case Kind::Missing: return u"missing"_s;
    case Kind::Unlinked: return u"unlinked"_s;
    case Kind::Cut: return u"cut"_s;
    }
    Q_UNREACHABLE();
}

//! What the program would find when it opened the file, found on a copy.
void openCopy(ExaminedFile& examined, const KeptFile& kept, const crypto::FileKeys& keys, const crypto::Anchors& anchors)
{
    auto copy = copyOf(kept.path, kept, keys);
    if (!copy && (copy.error().code == StoreCode::DiskFull || copy.error().code == StoreCode::NotWritable)) {
        examined.problems << FileProblem {Kind::NotExamined, FileTrouble::Unreadable, 0, false, copy.error().detail};
        return;
    }
    if (!copy) {
        examined.problems << notOpened(copy.error());
        return;
    }
    store::Database& file = *copy->file;
    if (file.logState() == store::LogState::Damaged)
        examined.problems << FileProblem {Kind::NotOpened, FileTrouble::DamagedLog, 0, true, {}};
    const auto anchor = std::ranges::find(anchors, kept.kind, &crypto::Anchor::kind);
    if (anchor != anchors.end() && !store::holdsAnchor(file, *anchor))
        examined.problems << FileProblem {Kind::NotOpened, FileTrouble::OlderState, 0, true, {}};
    if (auto migrated = file.migrate(kept.history); !migrated) {
        examined.problems << notOpened(migrated.error());
        return;
    }
    for (const QString& problem : file.integrityProblems())
        examined.problems << FileProblem {Kind::Structure, FileTrouble::Corrupt, 0, true, problem};
    if (kept.kind != FileKind::Log)
        return;
    const auto known = anchor != anchors.end() ? std::optional(*anchor) : std::nullopt;
    for (const store::ChainProblem& problem : store::LogTable(file).verify(known))
        examined.problems << FileProblem {Kind::LogChain, FileTrouble::Corrupt, problem.seq, true, codeOf(problem.kind)};
}

ExaminedFile examined(const KeptFile& kept, const crypto::FileKeys& keys, const crypto::Anchors& anchors)
{
    ExaminedFile found;
    found.path = kept.path;
    found.exists = QFile::exists(kept.path);
    const bool isKnown = std::ranges::find(anchors, kept.kind, &crypto::Anchor::kind) != anchors.end();
    if (found.exists) {
        walkPages(found, kept, keys);
        openCopy(found, kept, keys, anchors);
    } else if (isKnown || QFile::exists(kept.path + u"-wal"_s)) {
        found.problems << FileProblem {Kind::NotOpened, FileTrouble::Gone, 0, false, {}};
    }
    return found;
}

ExaminedFile examinedAside(const QString& path, const KeptFile& kept, const crypto::FileKeys& keys)
{
    ExaminedFile found;
    found.path = path;
    found.exists = QFile::exists(path);
    FileProblem left {Kind::LeftAside, FileTrouble::Gone, 0, false, {}};
    if (found.exists) {
        const auto copy = copyOf(path, kept, keys);
        left.opens = copy.has_value();
        left.trouble = copy ? FileTrouble::Damaged : troubleOf(copy.error());
        left.detail = copy ? QString() : copy.error().detail;
    }
    found.problems << left;
    return found;
}

} // namespace

QList<ExaminedFile> examine(const ClosedFolder& folder, const crypto::Anchors& anchors)
{
    QList<ExaminedFile> all;
    for (const FileKind kind : {FileKind::Cache, FileKind::Journal, FileKind::Outbox, FileKind::Log}) {
        const KeptFile kept = keptFile(folder.folder, kind);
        all << examined(kept, *folder.keys, anchors);
        for (const QString& path : filesAside(kept))
            all << examinedAside(path, kept, *folder.keys);
    }
    return all;
}

} // namespace mottaget::session
