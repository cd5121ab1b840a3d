// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/cases.h"

#include "app/demo/resources.h"
#include "core/base/clock.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

struct Duration {
    const char* since;
    const char* ago;
    const char* answer;
};

const Duration days[] = {{"i två dagar", "i förrgår", "Två dagar"}, {"i tre dagar", "för tre dagar sedan", "Tre dagar"},
    {"sedan i helgen", "i helgen", "Sedan i helgen"}, {"i fyra dagar", "för fyra dagar sedan", "Fyra dagar"},
    {"i fem dagar", "för fem dagar sedan", "Knappt en vecka"}};
const Duration weeks[] = {{"i en vecka", "för en vecka sedan", "En vecka"}, {"i två veckor", "för två veckor sedan", "Två veckor"},
    {"i tre veckor", "för tre veckor sedan", "Ungefär tre veckor"}, {"i drygt tio dagar", "för tio dagar sedan", "Drygt tio dagar"},
    {"i fyra veckor", "för fyra veckor sedan", "En månad"}};
const Duration months[] = {{"i två månader", "för två månader sedan", "Två månader"}, {"sedan i somras", "i somras", "Sedan i somras"},
    {"i ett halvår", "för ett halvår sedan", "Ett halvår"}, {"sedan i våras", "i våras", "Sedan i våras, från och till"},
    {"i fyra månader", "för fyra månader sedan", "Drygt fyra månader"}};

const Duration& duration(Span span, int which)
{
    const auto place = static_cast<std::size_t>(which) % std::size(days);
    switch (span) {
    case Span::Days: return days[place];
    case Span::Weeks:
    case Span::None: return weeks[place];
    case Span::Months: return months[place];
    }
    Q_UNREACHABLE();
    return days[0];
}

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

// A wish: half an hour to half a day on a working day ahead.
QJsonObject wishedPeriod(const CasePlan& plan, Dice& dice, int leastDays, int mostDays)
{
    QDate day = swedishTime(QDateTime::fromMSecsSinceEpoch(plan.authored, Qt::UTC)).date().addDays(dice.between(leastDays, mostDays));
    if (day.dayOfWeek() > 5)
        day = day.addDays(2);
    const QDateTime start(day, QTime(dice.between(8, 14), dice.chance(50) ? 0 : 30), QTimeZone("Europe/Stockholm"));
    const qint64 from = start.toMSecsSinceEpoch();
    return {{u"start"_s, fhir::instant(from)}, {u"end"_s, fhir::instant(from + dice.between(1, 6) * 1'800'000)}};
}

const char* const freeTimes[] = {"Helst på eftermiddagen", "Alla dagar utom onsdag", "Vardagar efter klockan 15", "Så snart det går",
    "Morgon före klockan 9", "Veckan efter nästa, vilken dag som helst", "Måndag eller tisdag förmiddag"};
const char* const reachable[] = {"Vardagar 8–16", "Efter klockan 16", "Lunchtid 12–13", "När som helst i dag", "Förmiddagar",
    "Inte måndag, annars hela dagarna", "Mellan 9 och 11"};

QString wishesInWords(const QJsonArray& inputs)
{
    QStringList words;
    for (const QJsonValue& input : inputs) {
        const QJsonObject wish = input.toObject();
        if (wish.contains("valueString"_L1)) {
            words << wish.value("valueString"_L1).toString();
        } else if (wish.contains("valuePeriod"_L1)) {
            const QJsonObject period = wish.value("valuePeriod"_L1).toObject();
            const QDateTime start = swedishTime(QDateTime::fromString(period.value("start"_L1).toString(), Qt::ISODateWithMs));
            words << QLocale(QLocale::Swedish).toString(start, u"dddd d MMMM, HH.mm"_s);
        }
    }
    return words.join(u"; "_s);
}

void addWishes(Form& form, const CasePlan& plan, Dice& dice, int most)
{
    for (int left = dice.between(1, most); left > 0; --left) {
        if (dice.chance(30))
            form.inputs.append(caseInput(u"wished-time"_s, u"valueString"_s, utf8(dice.pick(freeTimes))));
        else
            form.inputs.append(caseInput(u"wished-time"_s, u"valuePeriod"_s, wishedPeriod(plan, dice, 9, 25)));
    }
}

Form renewalForm(const CasePlan& plan, Dice& dice)
{
    Form form;
    QStringList full;
    QStringList names;
    for (const Medicine* medicine : plan.medicines) {
        full << utf8(medicine->drug) + u' ' + utf8(medicine->strength);
        names << utf8(medicine->drug);
    }
    form.answers = {full.join(u", "_s), utf8(dice.pick(renewalWords())), dice.chance(12), QJsonValue()};
    if (dice.chance(45))
        form.answers[3] = utf8(dice.pick(measurements()));
    names.removeDuplicates();
    const QString last = names.takeLast();
    form.about = names.isEmpty() ? full.last() : names.join(u", "_s) + u" och "_s + last;
    return form;
}

Form contactForm(const CasePlan& plan, Dice& dice)
{
    Form form;
    const Resident& who = *plan.resident;
    const int which = dice.between(0, 4);
    const QString phone = who.isChild() ? who.guardianPhone : who.phone;
    const QString times = utf8(dice.pick(reachable));
    form.about = filled(plan.subject->about, who, plan.subject->span, which);
    form.answers = {filled(plan.subject->main, who, plan.subject->span, which),
        filled(plan.subject->second, who, plan.subject->span, which), phone, times};
    form.inputs.append(caseInput(u"callback-phone"_s, u"valueString"_s, phone));
    if (dice.chance(25))
        form.inputs.append(caseInput(u"callback-time"_s, u"valuePeriod"_s, wishedPeriod(plan, dice, 1, 3)));
    else
        form.inputs.append(caseInput(u"callback-time"_s, u"valueString"_s, times));
    return form;
}

Form changeForm(const CasePlan& plan, Dice& dice)
{
    Form form;
    const Resident& who = *plan.resident;
    const QString what = filled(plan.subject->about, who, plan.subject->span, 0);
    const QString reason = filled(plan.subject->main, who, plan.subject->span, 0);
    form.cancels = reason.contains(u"behöver inte"_s) || reason.contains(u"behövs inte"_s) || reason.contains(u"Ge tiden"_s)
        || reason.contains(u"tas bort"_s) || reason.contains(u"avstår"_s) || reason.contains(u"läkt"_s) || reason.contains(u"lossnat"_s);
    const QJsonObject period = wishedPeriod(plan, dice, 4, 12);
    const QDateTime start = swedishTime(QDateTime::fromString(period.value("start"_L1).toString(), Qt::ISODateWithMs));
    const QString when = QLocale(QLocale::Swedish).toString(start, u"dddd d MMMM 'kl.' HH.mm"_s);
    const QString booking = what + u", "_s + utf8(plan.subject->second).toLower() + u", "_s + when;
    form.about =
        (form.cancels ? u"Avboka: "_s : u"Omboka: "_s) + what + u", "_s + QLocale(QLocale::Swedish).toString(start.date(), u"d MMMM"_s);
    form.inputs.append(caseInput(u"booking"_s, u"valueReference"_s, QJsonObject {{u"display"_s, booking}}));
    form.inputs.append(caseInput(u"booking-action"_s, u"valueCode"_s, form.cancels ? u"cancel"_s : u"rebook"_s));
    form.answers = {booking, form.cancels ? u"Avboka"_s : u"Omboka"_s, reason, QJsonValue()};
    if (!form.cancels) {
        Form wishes;
        addWishes(wishes, plan, dice, 3);
        form.answers[3] = wishesInWords(wishes.inputs);
        for (const QJsonValue& wish : wishes.inputs)
            form.inputs.append(wish);
    }
    return form;
}

Form requestForm(const CasePlan& plan, Dice& dice)
{
    Form form;
    const Resident& who = *plan.resident;
    const Span span = plan.subject->span;
    const int which = dice.between(0, 4);
    addWishes(form, plan, dice, 3);
    form.about = filled(plan.subject->about, who, span, which);
    form.answers = {filled(plan.subject->main, who, span, which), span == Span::None ? QJsonValue() : QJsonValue(sinceAnswer(span, which)),
        filled(plan.subject->second, who, span, which), wishesInWords(form.inputs),
        who.interpreter ? u"Ja, "_s + QLocale(who.name.language).nativeLanguageName() : u"Nej"_s};
    return form;
}

Form adviceForm(const CasePlan& plan, Dice& dice)
{
    Form form;
    const Span span = plan.subject->span;
    const int which = dice.between(0, 4);
    form.about = filled(plan.subject->about, *plan.resident, span, which);
    form.answers = {filled(plan.subject->main, *plan.resident, span, which), sinceAnswer(span, which),
        filled(plan.subject->second, *plan.resident, span, which), true};
    return form;
}

} // namespace

QJsonObject caseInput(const QString& code, const QString& valueName, const QJsonValue& value)
{
    return {{u"type"_s, fhir::codeable(fhir::own(u"CodeSystem/case-input"_s), code)}, {valueName, value}};
}

QString sinceAnswer(Span span, int which)
{
    return utf8(duration(span, which).answer);
}

QString filled(const char* text, const Resident& resident, Span span, int which)
{
    QString words = utf8(text);
    if (!words.contains(u'{'))
        return words;
    const bool girl = resident.woman;
    const std::pair<QLatin1StringView, QString> marks[] = {{"{sedan}"_L1, utf8(duration(span, which).since)},
        {"{nar}"_L1, utf8(duration(span, which).ago)}, {"{barn}"_L1, girl ? u"min dotter"_s : u"min son"_s},
        {"{Barn}"_L1, girl ? u"Min dotter"_s : u"Min son"_s}, {"{hon}"_L1, girl ? u"hon"_s : u"han"_s},
        {"{Hon}"_L1, girl ? u"Hon"_s : u"Han"_s}, {"{henne}"_L1, girl ? u"henne"_s : u"honom"_s},
        {"{hennes}"_L1, girl ? u"hennes"_s : u"hans"_s}, {"{namn}"_L1, resident.name.given}, {"{Namn}"_L1, resident.name.given}};
    for (const auto& [mark, value] : marks)
        words.replace(mark, value);
    return words;
}

Form fillForm(const CasePlan& plan, Dice& dice)
{
    Form form;
    if (plan.type->code == "renewal"_L1)
        form = renewalForm(plan, dice);
    else if (plan.type->code == "contact-me"_L1)
        form = contactForm(plan, dice);
    else if (plan.type->code == "change-booking"_L1)
        form = changeForm(plan, dice);
    else if (plan.type->code == "request-booking"_L1)
        form = requestForm(plan, dice);
    else
        form = adviceForm(plan, dice);
    if (plan.resident->interpreter)
        form.inputs.append(caseInput(u"interpreter"_s, u"valueCode"_s, plan.resident->name.language));
    return form;
}

QJsonObject formResponse(const CasePlan& plan, const Form& form)
{
    QJsonObject made = fhir::resource(u"QuestionnaireResponse"_s, plan.id(u"form"_s), true);
    made.insert(u"basedOn"_s, QJsonArray {fhir::reference(u"Task/"_s + plan.id(u"case"_s))});
    made.insert(u"questionnaire"_s, plan.type->canonical());
    made.insert(u"status"_s, u"completed"_s);
    made.insert(u"subject"_s, fhir::reference(plan.patientReference()));
    made.insert(u"source"_s, plan.sender());
    made.insert(u"authored"_s, fhir::instant(plan.authored));
    QJsonArray items;
    for (std::size_t i = 0; i < form.answers.size(); ++i) {
        const QJsonValue& answer = form.answers[i];
        const Question& question = plan.type->questions[i];
        if (answer.isNull() || (answer.isString() && answer.toString().isEmpty()))
            continue;
        const QJsonObject value {{answer.isBool() ? u"valueBoolean"_s : u"valueString"_s, answer}};
        items.append(QJsonObject {{u"linkId"_s, question.linkId}, {u"text"_s, question.text}, {u"answer"_s, QJsonArray {value}}});
    }
    made.insert(u"item"_s, items);
    return made;
}

std::vector<QJsonObject> renewalLines(const CasePlan& plan, Dice& dice)
{
    const bool decided = plan.state == CaseState::Answered || plan.state == CaseState::Closed;
    std::vector<QJsonObject> lines;
    for (std::size_t i = 0; i < plan.medicines.size(); ++i) {
        const Medicine& medicine = *plan.medicines[i];
        const int number = static_cast<int>(i) + 1;
        QJsonObject line = fhir::resource(u"Task"_s, plan.id(u"line-"_s + QString::number(number)), true);
        line.insert(u"partOf"_s, QJsonArray {fhir::reference(u"Task/"_s + plan.id(u"case"_s))});
        line.insert(u"status"_s, !decided ? u"requested"_s : dice.chance(90) ? u"completed"_s : u"rejected"_s);
        line.insert(u"intent"_s, u"order"_s);
        line.insert(u"code"_s, fhir::codeable(fhir::own(u"CodeSystem/case-part"_s), u"renewal-line"_s));
        line.insert(u"description"_s, QStringList {utf8(medicine.drug), utf8(medicine.strength), utf8(medicine.form)}.join(u' '));
        line.insert(u"for"_s, fhir::reference(plan.patientReference()));
        line.insert(u"authoredOn"_s, fhir::instant(plan.authored));
        const QString text = u"valueString"_s;
        QJsonArray inputs {caseInput(u"line-number"_s, u"valueInteger"_s, number), caseInput(u"drug"_s, text, utf8(medicine.drug)),
            caseInput(u"strength"_s, text, utf8(medicine.strength)), caseInput(u"dosage"_s, text, utf8(medicine.dosage)),
            caseInput(u"indication"_s, text, utf8(medicine.indication))};
        if (dice.chance(80))
            inputs.append(caseInput(u"remaining"_s, text, utf8(dice.pick(remainders()))));
        line.insert(u"input"_s, inputs);
        lines.push_back(line);
    }
    return lines;
}

} // namespace mottaget::demo
