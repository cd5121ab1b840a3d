// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/caserowcolumns.h"

#include "core/store/columns.h"

#include <QRegularExpression>
#include <QStringList>

namespace mottaget::store {

using namespace Qt::StringLiterals;

void bindRow(Statement& query, const care::CaseRow& row)
{
    int at = 0;
    const auto bind = [&](const auto& value) { query.bindValue(at++, value); };
    bind(row.id.text());
    bind(text(row.version.text()));
    bind(text(row.number));
    bind(text(row.type));
    bind(text(row.typeTitle));
    bind(enumColumn(row.state));
    bind(enumColumn(row.waitingFor));
    bind(enumColumn(row.priority));
    bind(enumColumn(row.owner.kind));
    bind(text(row.owner.reference));
    bind(text(row.owner.name));
    bind(text(row.unitHsaId));
    bind(text(row.patient.text()));
    bind(text(row.familyName));
    bind(text(row.givenName));
    bind(text(row.identity));
    bind(text(row.identitySystem));
    bind(enumColumn(row.protection));
    bind(row.patientKnown ? 1 : 0);
    bind(enumColumn(row.sender));
    bind(text(row.subject));
    bind(text(row.interpreter));
    bind(row.received.isValid() ? row.received.toMSecsSinceEpoch() : 0);
    bind(row.unreadAnswer ? 1 : 0);
    bind(row.pending ? enumColumn(*row.pending) : QVariant());
    bind(care::isOpen(row.state) ? 1 : 0);
    bind(row.order.key);
    bind(toColumn(row.order.until));
    bind(enumColumn(row.order.reason));
    bind(toColumn(row.order.due));
    bind(row.ownerIsProvisional ? 1 : 0);
    Q_ASSERT(at == caseRowColumnCount);
}

care::CaseRow readRow(const Statement& query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    care::CaseRow row;
    row.id = care::CaseId(next().toString());
    row.version = care::VersionId(next().toString());
    row.number = next().toString();
    row.type = next().toString();
    row.typeTitle = next().toString();
    row.state = enumOf<care::CaseState>(next());
    row.waitingFor = enumOf<care::WaitingFor>(next());
    row.priority = enumOf<care::Priority>(next());
    row.owner.kind = enumOf<care::Owner::Kind>(next());
    row.owner.reference = next().toString();
    row.owner.name = next().toString();
    row.unitHsaId = next().toString();
    row.patient = care::PatientId(next().toString());
    row.familyName = next().toString();
    row.givenName = next().toString();
    row.identity = next().toString();
    row.identitySystem = next().toString();
    row.protection = enumOf<care::Protection>(next());
    row.patientKnown = next().toInt() != 0;
    row.sender = enumOf<care::Sender::Kind>(next());
    row.subject = next().toString();
    row.interpreter = next().toString();
    row.received = timeOf(next());
    row.unreadAnswer = next().toInt() != 0;
    if (const QVariant pending = next(); !pending.isNull())
        row.pending = enumOf<care::CommandState>(pending);
    ++at; // is_open follows from the state
    row.order.key = next().toByteArray();
    row.order.until = timeOf(next());
    row.order.reason = enumOf<care::OrderReason>(next());
    row.order.due = timeOf(next());
    row.ownerIsProvisional = next().toBool();
    return row;
}

QString searchWords(const care::CaseRow& row)
{
    QStringList words {row.familyName, row.givenName, row.number, row.subject};
    if (!row.identity.isEmpty())
        words << row.identity << row.identity.mid(2); // with and without the century, as people type it
    return words.join(u' ');
}

QString searchExpression(const QString& typed)
{
    // Personal numbers come with hyphen, plus or blanks around; the index holds digits alone. A hyphenated case number stays words.
    static const QRegularExpression personal(u"^(\\d{6}|\\d{8})[-+]?(\\d{0,4})$"_s);
    static const QRegularExpression separators(u"[^\\p{L}\\p{N}]+"_s);
    const QString trimmed = typed.trimmed();
    if (const auto match = personal.match(trimmed); match.hasMatch())
        return u"\"%1\"*"_s.arg(match.captured(1) + match.captured(2));
    QStringList terms;
    for (const QString& word : trimmed.split(separators, Qt::SkipEmptyParts))
        terms << u"\"%1\"*"_s.arg(word);
    return terms.join(u" AND "_s);
}

} // namespace mottaget::store
