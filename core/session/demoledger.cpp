// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/demoledger.h"

#include <QFile>
#include <QSaveFile>

namespace mottaget::session {

using namespace Qt::StringLiterals;

namespace {

QString pathIn(const QString& root)
{
    return root + u"/demo.anchors"_s;
}

} // namespace

crypto::Anchors demoAnchors(const QString& root)
{
    crypto::Anchors anchors;
    QFile file(pathIn(root));
    if (!file.open(QIODevice::ReadOnly))
        return anchors;
    for (const QByteArray& line : file.read(4096).split('\n')) {
        if (const auto anchor = crypto::parseAnchor(line))
            anchors.push_back(*anchor);
    }
    return anchors;
}

bool keepDemoAnchors(const QString& root, const crypto::Anchors& anchors)
{
    QByteArray text;
    for (const crypto::Anchor& anchor : anchors)
        text += crypto::printAnchor(anchor) + '\n';
    QSaveFile file(pathIn(root));
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.commit();
}

} // namespace mottaget::session
