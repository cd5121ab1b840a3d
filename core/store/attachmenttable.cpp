// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachmenttable.h"

#include "core/store/columns.h"

namespace mottaget::store {

namespace {

constexpr int wanted = static_cast<int>(care::AttachmentState::Wanted);
constexpr int here = static_cast<int>(care::AttachmentState::Here);

} // namespace

AttachmentTable::AttachmentTable(Database& cache)
    : m_ask(cache.prepare("INSERT INTO attachment(id, case_id, state, asked, tries) VALUES(?,?,?,?,0) "
                          "ON CONFLICT(id) DO UPDATE SET state=excluded.state, asked=excluded.asked, tries=0 WHERE state<>?"))
    , m_next(cache.prepare("SELECT id FROM attachment WHERE state=? ORDER BY tries, asked, id LIMIT 1"))
    , m_keep(cache.prepare("UPDATE attachment SET state=?, content=? WHERE id=?"))
    , m_settle(cache.prepare("UPDATE attachment SET state=? WHERE id=?"))
    , m_countTry(cache.prepare("UPDATE attachment SET tries=tries+1 WHERE id=?"))
    , m_caseOf(cache.prepare("SELECT case_id FROM attachment WHERE id=?"))
    , m_ofCase(cache.prepare("SELECT id, state FROM attachment WHERE case_id=?"))
    , m_content(cache.prepare("SELECT content FROM attachment WHERE id=? AND state=?"))
    , m_remove(cache.prepare("DELETE FROM attachment WHERE case_id=?"))
{
}

StoreResult<void> AttachmentTable::ask(const QString& id, const care::CaseId& caseId, care::AttachmentState state, const QDateTime& now)
{
    m_ask.bindValue(0, id);
    m_ask.bindValue(1, caseId.text());
    m_ask.bindValue(2, static_cast<int>(state));
    m_ask.bindValue(3, now.toMSecsSinceEpoch());
    m_ask.bindValue(4, here);
    return run(m_ask);
}

std::optional<QString> AttachmentTable::next()
{
    m_next.bindValue(0, wanted);
    std::optional<QString> id;
    if (m_next.exec() && m_next.next())
        id = m_next.value(0).toString();
    m_next.finish();
    return id;
}

StoreResult<void> AttachmentTable::keep(const QString& id, const QByteArray& content)
{
    m_keep.bindValue(0, here);
    m_keep.bindValue(1, content);
    m_keep.bindValue(2, id);
    return run(m_keep);
}

StoreResult<void> AttachmentTable::settle(const QString& id, care::AttachmentState state)
{
    m_settle.bindValue(0, static_cast<int>(state));
    m_settle.bindValue(1, id);
    return run(m_settle);
}

StoreResult<void> AttachmentTable::countTry(const QString& id)
{
    m_countTry.bindValue(0, id);
    return run(m_countTry);
}

std::optional<care::CaseId> AttachmentTable::caseOf(const QString& id)
{
    m_caseOf.bindValue(0, id);
    std::optional<care::CaseId> found;
    if (m_caseOf.exec() && m_caseOf.next())
        found = care::CaseId(m_caseOf.value(0).toString());
    m_caseOf.finish();
    return found;
}

QHash<QString, care::AttachmentState> AttachmentTable::ofCase(const care::CaseId& id)
{
    QHash<QString, care::AttachmentState> found;
    m_ofCase.bindValue(0, id.text());
    if (m_ofCase.exec()) {
        while (m_ofCase.next())
            found.insert(m_ofCase.value(0).toString(), enumOf<care::AttachmentState>(m_ofCase.value(1)));
    }
    m_ofCase.finish();
    return found;
}

QByteArray AttachmentTable::content(const QString& id)
{
    m_content.bindValue(0, id);
    m_content.bindValue(1, here);
    QByteArray content;
    if (m_content.exec() && m_content.next())
        content = m_content.value(0).toByteArray();
    m_content.finish();
    return content;
}

StoreResult<void> AttachmentTable::removeOf(const care::CaseId& id)
{
    m_remove.bindValue(0, id.text());
    return run(m_remove);
}

} // namespace mottaget::store
