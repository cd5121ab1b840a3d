// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/cases.h"

#include "app/demo/demoids.h"
#include "app/demo/resources.h"
#include "core/base/clock.h"
#include "core/base/id.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

// Tells a case's story from the day it came in until its state is reached, and writes down what the story leaves behind.
class Story final {
public:
    Story(const CasePlan& plan, Dice& dice) : m_plan(plan), m_dice(dice), m_at(plan.authored) {}

    std::vector<Dated> tell();

private:
    void pass(int least, int most);
    void handOut();
    void open();
    void question(bool answered);
    void finish();
    void end();
    void prioritise();
    void note(const StaffMember& author, const QString& text);
    QJsonObject attachment();
    QString message(const QString& kind, const QString& text, const StaffMember* author, bool read);
    void receipt(const QString& verb, const StaffMember& actor, const QStringList& targets);
    QJsonObject task(const Form& form) const;
    void setState(QJsonObject& made) const;
    const StaffMember& receiver();

    const CasePlan& m_plan;
    Dice& m_dice;
    qint64 m_at; // where the story is
    qint64 m_changed = 0;
    qint64 m_opened = 0;
    qint64 m_assessed = 0;
    QString m_topic; // for the choice of words
    QString m_priority = u"routine"_s;
    QJsonArray m_notes;
    QJsonArray m_output;
    QJsonObject m_reason;
    std::vector<Dated> m_written;
    int m_messages = 0;
    int m_receipts = 0;
};

// Minutes go by, but never past now. Staff work on weekdays from eight to five; what falls outside waits for the morning,
// unless that has not come yet.
void Story::pass(int least, int most)
{
    const qint64 left = std::max<qint64>(m_plan.now - m_at, 2000);
    m_at += std::min<qint64>(qint64 {m_dice.between(least, most)} * 60'000 + m_dice.between(0, 59'999), left / 2);
    const QDateTime here = swedishTime(QDateTime::fromMSecsSinceEpoch(m_at, Qt::UTC));
    QDate day = here.time().hour() >= 17 ? here.date().addDays(1) : here.date();
    while (day.dayOfWeek() > 5)
        day = day.addDays(1);
    const qint64 opens = QDateTime(day, QTime(8, 0), here.timeZone()).toMSecsSinceEpoch() + m_dice.between(0, 7'200'000);
    if ((day != here.date() || here.time().hour() < 8) && opens < m_plan.now)
        m_at = opens;
}

const StaffMember& Story::receiver()
{
    const StaffMember* found = &m_dice.pick(staff());
    while (!found->roles.contains(u"receiver"_s))
        found = &m_dice.pick(staff());
    return *found;
}

void Story::receipt(const QString& verb, const StaffMember& actor, const QStringList& targets)
{
    QJsonObject made = fhir::resource(u"Provenance"_s, m_plan.id(u"receipt-"_s + QString::number(++m_receipts)), true);
    QJsonArray all;
    for (const QString& target : targets)
        all.append(fhir::reference(target));
    made.insert(u"target"_s, all);
    made.insert(u"recorded"_s, fhir::instant(m_at));
    made.insert(u"activity"_s, fhir::codeable(fhir::own(u"CodeSystem/verb"_s), verb));
    made.insert(u"agent"_s,
        QJsonArray {QJsonObject {
            {u"who"_s, fhir::reference(actor.roleReference(), actor.name())}, {u"onBehalfOf"_s, fhir::reference(fhir::unitReference)}}});
    made.insert(u"extension"_s,
        QJsonArray {QJsonObject {{u"url"_s, fhir::own(u"StructureDefinition/commission"_s)}, {u"valueString"_s, actor.commissionHsaId()}}});
    m_written.push_back({fhir::write(made), m_at});
}

//! Residents send a picture along; its content is a Binary of its own.
QJsonObject Story::attachment()
{
    // A picture of one grey dot.
    static const QByteArray picture =
        QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
    const QString id = m_plan.id(u"picture-"_s + QString::number(m_messages));
    QJsonObject content = fhir::resource(u"Binary"_s, id, true);
    content.insert(u"contentType"_s, u"image/png"_s);
    content.insert(u"data"_s, QString::fromLatin1(picture.toBase64()));
    m_written.push_back({fhir::write(content), m_at});
    const QJsonObject file {{u"contentType"_s, u"image/png"_s}, {u"url"_s, QString(u"Binary/"_s + id)}, {u"title"_s, u"Bild 1.png"_s},
        {u"size"_s, picture.size()}};
    return {{u"contentAttachment"_s, file}};
}

QString Story::message(const QString& kind, const QString& text, const StaffMember* author, bool read)
{
    const QString id = m_plan.id(u"message-"_s + QString::number(++m_messages));
    QJsonObject made = fhir::resource(u"Communication"_s, id, true);
    made.insert(u"basedOn"_s, QJsonArray {fhir::reference(u"Task/"_s + m_plan.id(u"case"_s))});
    made.insert(u"category"_s, QJsonArray {fhir::codeable(fhir::own(u"CodeSystem/message-kind"_s), kind)});
    made.insert(u"status"_s, u"completed"_s);
    made.insert(u"subject"_s, fhir::reference(m_plan.patientReference()));
    made.insert(u"sent"_s, fhir::instant(m_at));
    qint64 changed = m_at;
    if (author) {
        made.insert(u"sender"_s, fhir::reference(author->roleReference(), author->name()));
        made.insert(u"recipient"_s, QJsonArray {m_plan.sender()});
        if (read) {
            changed += std::min<qint64>(m_dice.between(5, 240) * 60'000, (m_plan.now - m_at) / 2);
            made.insert(u"received"_s, fhir::instant(changed));
        }
    } else {
        made.insert(u"sender"_s, m_plan.sender());
        made.insert(u"recipient"_s, QJsonArray {fhir::reference(fhir::unitReference, fhir::unitName())});
    }
    const QString signature = author ? u"\n\n"_s + author->name() + u"\n"_s + author->title + u", "_s + fhir::unitName() : QString();
    QJsonArray payload {QJsonObject {{u"contentString"_s, QString(text + signature)}}};
    if (kind == "resident"_L1)
        payload.append(attachment());
    made.insert(u"payload"_s, payload);
    m_written.push_back({fhir::write(made), changed});
    return u"Communication/"_s + id;
}

void Story::note(const StaffMember& author, const QString& text)
{
    m_notes.append(QJsonObject {{u"authorReference"_s, fhir::reference(author.roleReference(), author.name())},
        {u"time"_s, fhir::instant(m_at)}, {u"text"_s, text}});
    receipt(u"note"_s, author, {u"Task/"_s + m_plan.id(u"case"_s)});
}

void Story::prioritise()
{
    const int roll = m_dice.between(1, 100);
    if (roll > 16)
        return;
    pass(3, 40);
    m_priority = roll == 1 ? u"stat"_s : roll < 6 ? u"asap"_s : u"urgent"_s;
    const StaffMember& actor = receiver();
    static const char* const reasons[] = {"Prioriteras: medicinen är slut.", "Prioriteras: tilltagande besvär sedan i går.",
        "Prioriteras: tiden är redan i morgon.", "Prioriteras: ensamstående och orolig, bör få svar i dag.",
        "Prioriteras: andra gången på en vecka."};
    m_notes.append(QJsonObject {{u"authorReference"_s, fhir::reference(actor.roleReference(), actor.name())},
        {u"time"_s, fhir::instant(m_at)}, {u"text"_s, utf8(m_dice.pick(reasons))}});
    receipt(u"prioritise"_s, actor, {u"Task/"_s + m_plan.id(u"case"_s)});
    m_changed = m_at;
}

void Story::handOut()
{
    pass(10, 240);
    const QString task = u"Task/"_s + m_plan.id(u"case"_s);
    if (m_plan.handler->roles.contains(u"receiver"_s) && m_dice.chance(60)) {
        receipt(u"take"_s, *m_plan.handler, {task});
        if (m_plan.handler->isLicensed())
            m_opened = m_at;
    } else {
        const StaffMember& actor = receiver();
        receipt(u"assign"_s, actor, {task});
        if (actor.isLicensed())
            m_opened = m_at;
        if (m_dice.chance(35)) {
            const QString reply = message(u"partial"_s, utf8(m_dice.pick(partialReplies(m_topic))), &actor, m_dice.chance(60));
            receipt(u"partial"_s, actor, {task, reply});
        }
    }
    m_changed = m_at;
}

void Story::open()
{
    pass(15, 300);
    receipt(u"start"_s, *m_plan.handler, {u"Task/"_s + m_plan.id(u"case"_s)});
    if (m_plan.handler->isLicensed() && m_opened == 0)
        m_opened = m_at;
    if (m_plan.handler->isLicensed() && m_dice.chance(40))
        m_assessed = m_at;
    if (m_dice.chance(22)) {
        pass(2, 30);
        note(*m_plan.handler, utf8(m_dice.pick(notes())));
    }
    m_changed = m_at;
}

void Story::question(bool answered)
{
    pass(5, 120);
    const Exchange& exchange = m_dice.pick(exchanges(m_topic));
    const QString asked = message(u"question"_s, utf8(exchange.question), m_plan.handler, answered || m_dice.chance(50));
    receipt(u"question"_s, *m_plan.handler, {u"Task/"_s + m_plan.id(u"case"_s), asked});
    m_changed = m_at;
    if (!answered)
        return;
    pass(30, 900);
    message(u"resident"_s, utf8(exchange.answer), nullptr, false);
    m_changed = m_at;
}

void Story::finish()
{
    pass(10, 400);
    const QString reply = message(u"final"_s, utf8(m_dice.pick(finalReplies(m_topic))), m_plan.handler, m_dice.chance(60));
    receipt(u"reply"_s, *m_plan.handler, {u"Task/"_s + m_plan.id(u"case"_s), reply});
    m_changed = m_at;
    if (m_dice.chance(15)) {
        pass(30, 600);
        message(u"resident"_s, utf8(m_dice.pick(thanks())), nullptr, false);
    }
}

void Story::end()
{
    pass(10, 900);
    static const char* const outcomes[] = {"answered", "answered", "booked", "called", "answered", "no-contact", "other"};
    const QString task = u"Task/"_s + m_plan.id(u"case"_s);
    const QString kind = fhir::own(u"CodeSystem/case-output"_s);
    const QString outcome = utf8(m_dice.pick(outcomes));
    m_output.append(QJsonObject {{u"type"_s, fhir::codeable(kind, u"outcome"_s)},
        {u"valueCodeableConcept"_s, fhir::codeable(fhir::own(u"CodeSystem/outcome"_s), outcome)}});
    m_output.append(
        QJsonObject {{u"type"_s, fhir::codeable(kind, u"journal"_s)}, {u"valueCode"_s, m_dice.chance(75) ? u"yes"_s : u"na"_s}});
    receipt(u"close"_s, *m_plan.handler, {task});
    m_changed = m_at;
    if (m_dice.chance(8)) {
        pass(20, 200);
        const QString fixed = message(u"correction"_s, utf8(m_dice.pick(corrections())), m_plan.handler, m_dice.chance(40));
        receipt(u"correct"_s, *m_plan.handler, {fixed});
    }
}

void Story::setState(QJsonObject& made) const
{
    const auto set = [&](const char* status, const char* business) {
        made.insert(u"status"_s, utf8(status));
        if (*business)
            made.insert(u"businessStatus"_s, fhir::codeable(fhir::own(u"CodeSystem/business-status"_s), utf8(business)));
    };
    switch (m_plan.state) {
    case CaseState::Received: return set("requested", "");
    case CaseState::Transferred: return set("requested", "transferred");
    case CaseState::Assigned: return set("accepted", "");
    case CaseState::Ongoing: return set("in-progress", "");
    case CaseState::WaitingResident: return set("on-hold", "waiting-resident");
    case CaseState::WaitingPrescriber: return set("on-hold", "waiting-prescriber");
    case CaseState::WaitingColleague: return set("on-hold", "waiting-colleague");
    case CaseState::Answered: return set("in-progress", "answered");
    case CaseState::Closed: return set("completed", "");
    case CaseState::Redirected: return set("rejected", "");
    case CaseState::Withdrawn: return set("cancelled", "");
    }
}

QJsonObject Story::task(const Form& form) const
{
    QJsonObject made = fhir::resource(u"Task"_s, m_plan.id(u"case"_s), true);
    const QString year = QString::number(QDateTime::fromMSecsSinceEpoch(m_plan.authored, Qt::UTC).date().year());
    made.insert(u"identifier"_s,
        QJsonArray {fhir::identifier(
            fhir::own(u"sid/case-number"_s), u"1177-"_s + year + u'-' + QString::number(m_plan.number).rightJustified(6, u'0'))});
    setState(made);
    made.insert(u"intent"_s, u"order"_s);
    made.insert(u"priority"_s, m_priority);
    made.insert(u"code"_s, fhir::codeable(fhir::own(u"CodeSystem/case-type"_s), m_plan.type->code, m_plan.type->title));
    made.insert(u"description"_s, form.about);
    made.insert(u"for"_s, fhir::reference(m_plan.patientReference()));
    made.insert(u"requester"_s, m_plan.sender());
    made.insert(u"owner"_s,
        m_plan.handler ? fhir::reference(m_plan.handler->roleReference(), m_plan.handler->name())
                       : fhir::reference(fhir::unitReference, fhir::unitName()));
    made.insert(u"authoredOn"_s, fhir::instant(m_plan.authored));
    made.insert(u"lastModified"_s, fhir::instant(m_changed == 0 ? m_plan.authored : m_changed));
    QJsonArray inputs {caseInput(u"form"_s, u"valueReference"_s, fhir::reference(u"QuestionnaireResponse/"_s + m_plan.id(u"form"_s)))};
    for (const QJsonValue& input : form.inputs)
        inputs.append(input);
    made.insert(u"input"_s, inputs);
    if (!m_output.isEmpty())
        made.insert(u"output"_s, m_output);
    if (!m_notes.isEmpty())
        made.insert(u"note"_s, m_notes);
    if (!m_reason.isEmpty())
        made.insert(u"statusReason"_s, m_reason);
    QJsonArray extensions;
    for (const auto& [name, at] : {std::pair(u"opened-by-licensed"_s, m_opened), std::pair(u"medically-assessed"_s, m_assessed)}) {
        if (at > 0)
            extensions.append(
                QJsonObject {{u"url"_s, fhir::own(u"StructureDefinition/"_s + name)}, {u"valueDateTime"_s, fhir::instant(at)}});
    }
    if (!extensions.isEmpty())
        made.insert(u"extension"_s, extensions);
    return made;
}

std::vector<Dated> Story::tell()
{
    const Form form = fillForm(m_plan, m_dice);
    m_topic = form.cancels ? u"cancel-booking"_s : m_plan.type->code;
    m_written.push_back({fhir::write(formResponse(m_plan, form)), m_plan.authored});
    prioritise();
    if (m_plan.handler)
        handOut();
    switch (m_plan.state) {
    case CaseState::Received:
    case CaseState::Transferred:
    case CaseState::Assigned: break;
    case CaseState::Ongoing:
        open();
        if (m_dice.chance(35))
            question(true);
        break;
    case CaseState::WaitingResident:
        open();
        question(false);
        break;
    case CaseState::WaitingPrescriber:
    case CaseState::WaitingColleague:
        open();
        note(*m_plan.handler, utf8(m_dice.pick(notes())));
        m_changed = m_at;
        break;
    case CaseState::Answered:
    case CaseState::Closed:
        open();
        if (m_dice.chance(20))
            question(true);
        finish();
        if (m_plan.state == CaseState::Closed)
            end();
        break;
    case CaseState::Redirected: {
        pass(10, 200);
        const StaffMember& actor = receiver();
        m_reason = fhir::codeable(fhir::own(u"CodeSystem/redirect-reason"_s), u"wrong-unit"_s, utf8(m_dice.pick(redirections())));
        receipt(u"redirect"_s, actor, {u"Task/"_s + m_plan.id(u"case"_s)});
        m_changed = m_at;
        break;
    }
    case CaseState::Withdrawn:
        pass(10, 600);
        m_changed = m_at;
        break;
    }
    for (const QJsonObject& line : renewalLines(m_plan, m_dice))
        m_written.push_back({fhir::write(line), std::max(m_changed, m_plan.authored)});
    m_written.push_back({fhir::write(task(form)), std::max(m_at, m_plan.authored)});
    return std::move(m_written);
}

} // namespace

QString CasePlan::id(const QString& part) const
{
    return namedUuid(u"demo/"_s + seed + u'/' + QString::number(number) + u'/' + part);
}

QJsonObject CasePlan::sender() const
{
    if (resident->isChild())
        return fhir::reference(u"RelatedPerson/"_s + resident->guardianId, resident->guardian.full());
    return fhir::reference(patientReference(), resident->name.full());
}

bool CasePlan::isOpen() const
{
    return state != CaseState::Closed && state != CaseState::Redirected && state != CaseState::Withdrawn;
}

std::vector<Dated> caseResources(const CasePlan& plan, Dice& dice)
{
    return Story(plan, dice).tell();
}

} // namespace mottaget::demo
