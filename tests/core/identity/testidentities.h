// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/personalidentity.h"

#include <QDate>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

//! The lists of tests/data/identities, for tests.
namespace mottaget::identity::testing {

//! The day all tables of these tests are written for.
inline const QDate theDay(2026, 11, 23);

inline QStringList linesOf(const QString& file)
{
    QFile data(QStringLiteral(MOTTAGET_TEST_DATA "/identities/") + file);
    if (!data.open(QIODevice::ReadOnly | QIODevice::Text))
        qFatal("no %s", qPrintable(data.fileName()));
    return QString::fromUtf8(data.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

inline QStringList personalNumbers()
{
    return linesOf(QStringLiteral("personnummer.txt"));
}
inline QStringList coordinationNumbers()
{
    return linesOf(QStringLiteral("samordningsnummer.txt"));
}

struct ParsingOnly {
    QString text;
    QString kind; //!< what it parses as, or the error
};

inline QList<ParsingOnly> parsingOnly()
{
    QList<ParsingOnly> rows;
    for (const auto& line : linesOf(QStringLiteral("parsing-only.txt"))) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        const auto columns = line.split(QLatin1Char('|'));
        Q_ASSERT(columns.size() == 3);
        rows.append({columns.at(0).trimmed(), columns.at(1).trimmed()});
    }
    return rows;
}

//! Kind and number in one word, or the error's: what a table's row compares.
inline QString outcome(const Result<PersonalIdentity, IdentityError>& parsed)
{
    if (!parsed) {
        switch (parsed.error()) {
        case IdentityError::Empty: return QStringLiteral("empty");
        case IdentityError::InnerBlank: return QStringLiteral("inner-blank");
        case IdentityError::Form: return QStringLiteral("form");
        case IdentityError::InterimNumber: return QStringLiteral("interim");
        case IdentityError::OrganisationNumber: return QStringLiteral("organisation");
        case IdentityError::CheckDigit: return QStringLiteral("check-digit");
        case IdentityError::Date: return QStringLiteral("date");
        case IdentityError::Serial: return QStringLiteral("serial");
        case IdentityError::Future: return QStringLiteral("future");
        case IdentityError::UnknownSystem: return QStringLiteral("unknown-system");
        case IdentityError::SystemMismatch: return QStringLiteral("system-mismatch");
        }
    }
    switch (parsed->kind()) {
    case IdentityKind::PersonalNumber: return QStringLiteral("personal ") + parsed->number();
    case IdentityKind::CoordinationNumber: return QStringLiteral("coordination ") + parsed->number();
    case IdentityKind::NationalReserveNumber: return QStringLiteral("national ") + parsed->number();
    case IdentityKind::LocalReserveNumber: return QStringLiteral("local ") + parsed->ownerOid() + QLatin1Char(' ') + parsed->number();
    }
    return {};
}

} // namespace mottaget::identity::testing
