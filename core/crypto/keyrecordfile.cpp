// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keyrecordfile.h"

#include "core/base/syncfolder.h"

#include <QFile>
#include <QSaveFile>

namespace mottaget::crypto {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
using Code = RecordError::Code;

Result<KeyRecord, RecordError> readOne(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return failed(RecordError {Code::Missing, 0});
    if (!file.open(QIODevice::ReadOnly))
        return failed(RecordError {Code::Unreadable, 0});
    const QByteArray text = file.read(recordMaxSize + 1);
    if (file.error() != QFileDevice::NoError)
        return failed(RecordError {Code::Unreadable, 0});
    return parseRecord(text);
}

bool writeOne(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) && file.write(text) == text.size() && file.commit()
        && syncFolderOf(path);
}

QString copyOf(const QString& path)
{
    return path + u".copy"_s;
}

} // namespace

Result<KeyRecord, RecordError> KeyRecordFile::read() const
{
    auto first = readOne(m_path);
    if (first || first.error().code == Code::NewerVersion)
        return first;
    auto second = readOne(copyOf(m_path));
    const bool tellsMore = second || second.error().code == Code::NewerVersion || first.error().code == Code::Missing;
    return tellsMore ? second : first;
}

Result<void, RecordError> KeyRecordFile::write(const KeyRecord& record) const
{
    const QByteArray text = printRecord(record);
    if (parseRecord(text) != record) // what could not be read again must not replace what can
        return failed(RecordError {Code::Damaged, 0});
    if (!writeOne(copyOf(m_path), text) || !writeOne(m_path, text))
        return failed(RecordError {Code::Unreadable, 0});
    return {};
}

bool KeyRecordFile::isAbsent() const
{
    return !QFile::exists(m_path) && !QFile::exists(copyOf(m_path));
}

QString KeyRecordFile::setAside(const QDateTime& now) const
{
    const QString ending = u".set-aside-"_s + now.toUTC().toString(u"yyyyMMddThhmmsszzz");
    QFile::rename(m_path, m_path + ending);
    QFile::rename(copyOf(m_path), copyOf(m_path) + ending);
    return ending;
}

} // namespace mottaget::crypto
