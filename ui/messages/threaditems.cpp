// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/threaditems.h"

#include "core/base/clock.h"
#include "core/session/actionstate.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/standingmark.h"
#include "ui/widgets/times.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

bool isProtected(const session::OpenCase& open)
{
    return open.patient && open.patient->protection != care::Protection::None;
}

QString wished(const care::WishedTime& time)
{
    if (!time.start.isValid())
        return time.words;
    const QDateTime start = swedishTime(time.start);
    QString text = Times::day(start.date()) + u' ' + Times::clock(time.start);
    if (time.end.isValid())
        text += (swedishTime(time.end).date() == start.date() ? u"–"_s : u" – "_s + Times::day(swedishTime(time.end).date()) + u' ')
            + Times::clock(time.end);
    return time.words.isEmpty() ? text : text + u", "_s + time.words;
}

//! An own note that the region does not have yet.
bool isOf(const care::Note& note, const care::Command& command)
{
    return command.verb == care::Verb::Note && command.actedAt == note.time && command.text == note.text;
}

//! Where it stands, in the heading; what to do about it below the text.
void showStanding(ThreadItem& item, const session::ActionFacts& facts, const QString& serverText, const ThreadContext& context)
{
    const session::ActionStanding standing = session::standingOf(facts, context.now);
    item.standing = standing.state;
    item.trailing = Sentences::standing(standing, context.now);
    item.trailingTone = StandingMark::toneOf(standing.state);
    item.advice = Sentences::afterStanding(standing, serverText, context.now);
}

void showStanding(ThreadItem& item, const session::QueuedCommand& own, const ThreadContext& context)
{
    showStanding(item, session::factsOf(own, context.link, context.nextTry), own.serverText, context);
}

ThreadItem eventItem(const QString& id, const QDateTime& time, const QString& text)
{
    ThreadItem item;
    item.kind = ThreadItem::Kind::Event;
    item.id = id;
    item.time = time;
    item.text = text;
    return item;
}

} // namespace

ThreadItem ThreadItems::form(const session::OpenCase& open, const ThreadContext& context)
{
    const care::Case& value = open.value;
    ThreadItem item;
    item.kind = ThreadItem::Kind::Form;
    item.id = u"form"_s;
    item.time = value.received;
    const bool isPatient = value.sender.kind == care::Sender::Kind::Patient;
    item.heading = isPatient && !value.sender.name.isEmpty() && !isProtected(open)                                ? value.sender.name
        : value.sender.kind == care::Sender::Kind::Staff                                                          ? tr("Mottagningen")
        : value.sender.kind == care::Sender::Kind::Guardian && !isProtected(open) && !value.sender.name.isEmpty() ? value.sender.name
        : isPatient                                                                                               ? tr("Invånaren")
                                                                                                                  : tr("Vårdnadshavare");
    item.detail = value.sender.kind == care::Sender::Kind::Guardian && item.heading == value.sender.name
        ? tr("vårdnadshavare")
        : Sentences::sender(value.sender, isProtected(open));
    item.trailing = Times::when(value.received, context.now);
    item.answers = value.form;
    for (care::FormAnswer& answer : item.answers) {
        // Ticked boxes reach us as FHIR's own words.
        if (answer.answer == "true"_L1)
            answer.answer = tr("Ja");
        else if (answer.answer == "false"_L1)
            answer.answer = tr("Nej");
    }
    item.lines = value.renewalLines;
    std::ranges::sort(item.lines, {}, &care::RenewalLine::number);
    if (value.booking) {
        item.answers.append(
            {tr("Bokning det gäller"), value.booking->description.isEmpty() ? tr("Uppgift saknas") : value.booking->description, 0});
        if (value.booking->wish != care::BookingConcerned::Wish::Unknown)
            item.answers.append(
                {tr("Önskar"), value.booking->wish == care::BookingConcerned::Wish::Cancel ? tr("Avboka") : tr("Omboka"), 0});
    }
    QStringList times;
    for (const care::WishedTime& time : value.wishedTimes)
        times.append(wished(time));
    if (!times.isEmpty())
        item.answers.append({tr("Önskade tider"), times.join(u'\n'), 0});
    if (!value.callbackPhone.isEmpty())
        item.answers.append({tr("Nås på telefon"), isProtected(open) ? tr("Skyddad uppgift") : value.callbackPhone, 0});
    if (!value.callbackTimes.isEmpty())
        item.answers.append({tr("Nås helst"), value.callbackTimes.join(u'\n'), 0});
    return item;
}

AttachmentLine ThreadItems::attachment(const care::Attachment& file, const session::OpenCase& open, const ThreadContext& context)
{
    using enum care::AttachmentState;
    const care::AttachmentState state = file.id.isEmpty() ? Missing : open.attachments.value(file.id, NotFetched);
    const auto words = [&]() -> QString {
        switch (state) {
        case NotFetched: return tr("inte hämtad");
        case Wanted: return Sentences::isReachable(context.link) ? tr("hämtas") : tr("hämtas när nätet är tillbaka");
        //: The content of an attachment is on this computer.
        case Here: return tr("finns här");
        case TooLarge:
            return tr("för stor för att hämtas, högst %1")
                .arg(QLocale().formattedDataSize(care::largestAttachment, 0, QLocale::DataSizeTraditionalFormat));
        case Missing: return tr("saknas hos regionen");
        }
        Q_UNREACHABLE();
    };
    AttachmentLine line;
    line.id = file.id;
    line.name = file.title.isEmpty() ? tr("Bilaga utan namn") : file.title;
    if (file.size >= 0)
        //: %1 is the name of a file, %2 its size.
        line.name = tr("%1, %2").arg(
            line.name, QLocale().formattedDataSize(file.size, file.size < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat));
    line.standing = words();
    line.canFetch = state == NotFetched || (state == Missing && !file.id.isEmpty());
    return line;
}

ThreadItem ThreadItems::message(const session::OpenCase& open, const care::Message& message, const ThreadContext& context)
{
    ThreadItem item;
    item.id = message.id.text();
    item.time = message.sent;
    item.text = message.text;
    for (const care::Attachment& file : message.attachments)
        item.attachments << attachment(file, open, context);
    if (!message.fromStaff) {
        item.kind = ThreadItem::Kind::Message;
        item.heading = isProtected(open) || message.senderName.isEmpty() ? tr("Invånaren") : message.senderName;
        item.trailing = Times::when(message.sent, context.now);
        return item;
    }
    item.kind = ThreadItem::Kind::OwnMessage;
    const QString kind = Sentences::messageKind(message.kind);
    //: %1 is the kind of a message (Slutsvar), %2 the name of its writer.
    item.heading = message.senderName.isEmpty() ? kind : tr("%1, %2").arg(kind, message.senderName);
    const auto own =
        std::ranges::find_if(open.commands, [&](const session::QueuedCommand& one) { return one.command.messageId == message.id; });
    showStanding(item, session::factsOf(message, open.commands, context.link, context.nextTry),
        own == open.commands.end() ? QString() : own->serverText, context);
    return item;
}

QList<ThreadItem> ThreadItems::stopped(const session::OpenCase& open, const ThreadContext& context)
{
    QList<ThreadItem> items;
    for (const session::QueuedCommand& one : open.commands) {
        const care::Command& command = one.command;
        const bool isMessage = !command.messageId.isEmpty();
        const bool isShown = isMessage
            ? std::ranges::any_of(open.value.messages, [&](const care::Message& message) { return message.id == command.messageId; })
            : command.verb != care::Verb::Note
                || std::ranges::any_of(open.value.notes, [&](const care::Note& note) { return isOf(note, command); });
        if (isShown)
            continue;
        ThreadItem item;
        item.kind = isMessage ? ThreadItem::Kind::OwnMessage : ThreadItem::Kind::Note;
        item.id = u"stopped-"_s + command.id.text();
        item.time = command.actedAt;
        //: %1 is what somebody did (Slutsvar), %2 the name of who did it.
        item.heading = tr("%1, %2").arg(Sentences::action(command.verb), command.authorName);
        item.text = command.text;
        showStanding(item, one, context);
        items.append(item);
    }
    return items;
}

QList<ThreadItem> ThreadItems::events(const session::OpenCase& open, const ThreadContext& context)
{
    const care::Case& value = open.value;
    QList<ThreadItem> items;
    if (value.openedByLicensed.isValid())
        items.append(eventItem(
            u"opened"_s, value.openedByLicensed, tr("Öppnat av legitimerad %1").arg(Times::when(value.openedByLicensed, context.now))));
    if (value.medicallyAssessed.isValid())
        items.append(eventItem(
            u"assessed"_s, value.medicallyAssessed, tr("Medicinskt bedömt %1").arg(Times::when(value.medicallyAssessed, context.now))));
    for (const session::QueuedCommand& one : open.commands) {
        if (!one.command.messageId.isEmpty() || one.command.verb == care::Verb::Note)
            continue; // shown as the message or note it is
        ThreadItem item = eventItem(one.command.id.text(), one.command.actedAt, {});
        showStanding(item, one, context);
        item.text = Sentences::action(one.command.verb) + u", "_s + std::exchange(item.trailing, {});
        items.append(item);
    }
    if (!value.redirectReason.isEmpty())
        items.append(eventItem(u"redirected"_s, value.changed, tr("Hänvisat: %1").arg(value.redirectReason)));
    if (value.closure) {
        items.append(eventItem(u"closed"_s, value.changed,
            tr("Avslutat %1: %2. Journalförd: %3")
                .arg(Times::when(value.changed, context.now), Sentences::outcome(value.closure->outcome),
                    Sentences::journal(value.closure->journal).toLower())));
    }
    return items;
}

QList<ThreadItem> ThreadItems::of(const session::OpenCase& open, const ThreadContext& context)
{
    QList<ThreadItem> items = events(open, context) + stopped(open, context);
    for (const care::Message& one : open.value.messages)
        items.append(message(open, one, context));
    for (qsizetype i = 0; i < open.value.notes.size(); ++i) {
        const care::Note& note = open.value.notes.at(i);
        ThreadItem item;
        item.kind = ThreadItem::Kind::Note;
        item.id = u"note-%1-%2"_s.arg(note.time.toMSecsSinceEpoch()).arg(note.author);
        item.time = note.time;
        item.heading = tr("Intern notering. Visas inte på 1177, kan begäras ut.");
        item.trailing =
            note.author.isEmpty() ? Times::when(note.time, context.now) : note.author + u", "_s + Times::when(note.time, context.now);
        item.text = note.text;
        const auto own = std::ranges::find_if(open.commands, [&](const session::QueuedCommand& one) { return isOf(note, one.command); });
        if (own != open.commands.end()) {
            showStanding(item, *own, context);
            item.trailing = note.author + u", "_s + item.trailing;
        }
        items.append(item);
    }
    std::ranges::stable_sort(items, {}, &ThreadItem::time);
    items.prepend(form(open, context));
    const bool isOffline = !Sentences::isReachable(context.link);
    if (isOffline && care::isOpen(open.value.state))
        items.append(eventItem(u"offline"_s, {}, tr("Vad andra gör visas inte utan nät")));
    return items;
}

} // namespace mottaget::ui
