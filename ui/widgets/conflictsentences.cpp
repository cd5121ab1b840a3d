// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

namespace mottaget::ui {

using namespace Qt::StringLiterals;

namespace {

bool writesToResident(care::Verb verb)
{
    using enum care::Verb;
    return verb == Partial || verb == Question || verb == Reply || verb == Correct;
}

} // namespace

QString Sentences::mine(const care::Command& command, const QDateTime& now)
{
    //: One side of a conflict: %1 what was done, %2 who did it, %3 when.
    return tr("Din åtgärd: %1, %2, %3, på den här datorn").arg(action(command.verb), command.authorName, Times::when(command.actedAt, now));
}

QString Sentences::theirs(const care::Difference& difference, const QDateTime& now)
{
    using What = care::Difference::What;
    using Source = care::Difference::Source;
    const auto what = [&]() -> QString {
        switch (difference.what) {
        case What::State: return tr("läget är nu %1").arg(state(difference.state, difference.waitingFor).toLower());
        case What::Owner:
            return difference.owner.kind == care::Owner::Kind::Unit ? tr("ligger nu i enhetens inkorg")
                                                                    : tr("ligger nu hos %1").arg(difference.owner.name);
        case What::Priority: return tr("prioriteten är nu %1").arg(priority(difference.priority).toLower());
        case What::Closure: return tr("avslutet är ändrat");
        case What::Message:
            return difference.source == Source::Resident ? tr("nytt meddelande från invånaren")
                                                         : tr("%1 är skickat").arg(messageKind(difference.kind).toLower());
        case What::Note: return tr("ny intern notering");
        }
        Q_UNREACHABLE();
    };
    QStringList parts {tr("Ärendet: %1").arg(what())};
    const bool tookIt =
        difference.what == What::Owner && !difference.by.isEmpty() && difference.by == difference.owner.name; // named already
    if (difference.source != Source::Resident && !tookIt)
        parts << (difference.by.isEmpty() ? tr("okänt av vem") : difference.by);
    parts << (difference.at.isValid() ? Times::when(difference.at, now) : tr("okänt när"));
    if (difference.source == Source::Mottaget)
        parts << tr("i Mottaget");
    if (difference.source == Source::OtherSystem)
        parts << tr("i ett annat system");
    return parts.join(u", "_s);
}

QString Sentences::way(care::WayOn way, care::Verb verb)
{
    using enum care::WayOn;
    switch (way) {
    case Again: return writesToResident(verb) ? tr("Skicka ändå") : tr("Gör ändå");
    case TakeFirst: return writesToResident(verb) ? tr("Ta över och skicka") : tr("Ta över och gör");
    case AsCorrection: return tr("Skicka som rättelse");
    case AsNote: return tr("Spara som notering");
    case AsDraft: return tr("Redigera");
    case GiveUp: return tr("Ta tillbaka");
    }
    Q_UNREACHABLE();
}

QString Sentences::wayTip(care::WayOn way)
{
    using enum care::WayOn;
    switch (way) {
    case Again: return tr("Görs på ärendet som det är nu");
    case TakeFirst: return tr("Ärendet blir ditt, sedan görs åtgärden");
    case AsCorrection: return tr("Invånaren får texten som en rättelse efter svaret som redan är skickat");
    case AsNote: return tr("Texten blir en intern notering. Visas inte på 1177, kan begäras ut");
    case AsDraft: return tr("Ta tillbaka och öppna texten som utkast");
    case GiveUp: return tr("Åtgärden görs inte");
    }
    Q_UNREACHABLE();
}

} // namespace mottaget::ui
