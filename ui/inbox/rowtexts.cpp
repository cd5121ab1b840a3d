// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/rowtexts.h"

#include "core/base/clock.h"
#include "core/identity/display.h"
#include "core/identity/personalidentity.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

#include <QLocale>

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

QString numberOf(const care::CaseRow& row, const QDateTime& now)
{
    const auto identity = identity::parseCanonical(row.identity);
    return identity ? identity::display(*identity, swedishTime(now).date(), identity::Hyphen::NonBreaking) : row.identity;
}

//! The weekday tells within a week; further off the date is whole.
QString shortDay(QDate day, qint64 daysFromNow)
{
    return qAbs(daysFromNow) < 7 ? QLocale().toString(day, u"ddd d MMM"_s) : day.toString(Qt::ISODate);
}

} // namespace

RowBadge RowWords::dueOf(const QDateTime& due, const QDateTime& now)
{
    if (!due.isValid())
        return {};
    const QDateTime at = swedishTime(due);
    const QDate today = swedishTime(now).date();
    const qint64 days = today.daysTo(at.date());
    if (due < now) {
        //: %1 is a time of day, "i går" or a date
        const QString late = tr("försenat sedan %1");
        return {late.arg(days == 0   ? Times::clock(due)
                        : days == -1 ? tr("i går")
                                     : shortDay(at.date(), days)),
            Tag::Tone::Danger, Tag::Mark::None};
    }
    // The end of the working day is "today"; any other hour is said.
    if (days == 0)
        return {at.time() == QTime(17, 0) ? tr("senast i dag") : tr("före %1").arg(Times::clock(due)), Tag::Tone::Danger, Tag::Mark::None};
    if (days == 1)
        return {tr("senast i morgon"), Tag::Tone::Warning, Tag::Mark::None};
    //: %1 is a date
    return {tr("senast %1").arg(shortDay(at.date(), days)), Tag::Tone::Neutral, Tag::Mark::None};
}

QString RowWords::typeTitle(const QString& code, const QString& title)
{
    if (code == "renewal"_L1)
        return tr("Förnya recept");
    if (code == "contact-me"_L1)
        return tr("Kontakta mig");
    if (code == "change-booking"_L1)
        return tr("Av- eller omboka tid");
    if (code == "request-booking"_L1)
        return tr("Beställ tid");
    return code == "advice"_L1 ? tr("Rådgivning") : title;
}

RowTexts RowWords::textsOf(const care::CaseRow& row, const care::StaffRoleId& me, const QDateTime& now)
{
    RowTexts texts;
    if (row.protection != care::Protection::None) {
        texts.name = tr("Skyddade personuppgifter");
        texts.nameIsPerson = false;
        texts.badges << RowBadge {tr("särskild behörighet"), Tag::Tone::Info, Tag::Mark::Lock};
    } else if (!row.patientKnown) {
        texts.name = tr("Patienten är inte hämtad än");
        texts.nameIsPerson = false;
    } else {
        texts.name = care::safeName(row.familyName, row.givenName);
        texts.number = numberOf(row, now);
    }
    if (row.sender == care::Sender::Kind::Guardian)
        texts.badges << RowBadge {tr("vårdnadshavare"), Tag::Tone::Neutral, Tag::Mark::None};
    if (!row.interpreter.isEmpty())
        texts.badges << RowBadge {tr("tolk: %1").arg(Sentences::language(row.interpreter)), Tag::Tone::Info, Tag::Mark::None};
    if (row.priority == care::Priority::Stat || row.priority == care::Priority::Asap)
        texts.badges << RowBadge {Sentences::priority(row.priority), Tag::Tone::Danger, Tag::Mark::None};
    texts.due = dueOf(row.order.due, now);
    texts.subject = typeTitle(row.type, row.typeTitle) + u": "_s + row.subject;
    if (row.owner.kind == care::Owner::Kind::Person)
        texts.owner = row.owner.reference == me.text() ? tr("du") : row.owner.name;
    if (row.ownerIsProvisional) //: %1 is who has the case as far as this computer knows; the region has not confirmed it.
        texts.owner = tr("%1 (preliminärt)").arg(texts.owner.isEmpty() ? tr("otilldelat") : texts.owner);
    texts.reason = Sentences::orderReason(row.order.reason);
    if (row.state == care::CaseState::Waiting || row.state == care::CaseState::Answered || !care::isOpen(row.state))
        texts.reason = Sentences::state(row.state, row.waitingFor);
    else if (row.order.reason == care::OrderReason::Stat)
        texts.reason.clear(); // the badge says so already
    if (row.unreadAnswer)
        texts.badges << RowBadge {tr("nytt svar"), Tag::Tone::Accent, Tag::Mark::None};
    if (row.pending) {
        const bool needsPerson = *row.pending == care::CommandState::Conflict || *row.pending == care::CommandState::Rejected;
        texts.standing = {Sentences::commandState(*row.pending), needsPerson ? Tag::Tone::Danger : Tag::Tone::Warning, Tag::Mark::None};
    }
    return texts;
}

QString RowWords::spoken(const RowTexts& texts)
{
    QStringList parts {texts.name, texts.number};
    for (const RowBadge& badge : texts.badges)
        parts << badge.text;
    parts << texts.due.text << texts.subject;
    parts << (texts.owner.isEmpty() ? tr("inte fördelat") : tr("hos %1").arg(texts.owner));
    parts << texts.reason << texts.standing.text;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace mottaget::ui
