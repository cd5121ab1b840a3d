// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/generator.h"

#include "app/demo/cases.h"
#include "core/base/clock.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

bool fits(Whom whom, const Resident& resident)
{
    switch (whom) {
    case Whom::Child: return resident.isChild();
    case Whom::Adult: return !resident.isChild();
    case Whom::Working: return resident.age >= 18 && resident.age < 67;
    case Whom::Woman: return resident.woman && resident.age >= 18 && resident.age < 56;
    case Whom::MidlifeWoman: return resident.woman && resident.age >= 45 && resident.age < 63;
    case Whom::Old: return resident.age >= 65;
    }
    return false;
}

// Deals out a list in ever new orders; a card comes again only when the others that fit have been dealt.
template <typename Card>
class Deck final {
public:
    explicit Deck(std::span<const Card> cards) : m_cards(cards) {}

    const Card& deal(Dice& dice, const Resident& resident)
    {
        for (;;) {
            for (auto card = m_left.begin(); card != m_left.end(); ++card) {
                if (fits(m_cards[*card].whom, resident)) {
                    const std::size_t place = *card;
                    m_left.erase(card);
                    return m_cards[place];
                }
            }
            const std::size_t start = m_left.size();
            for (std::size_t i = 0; i < m_cards.size(); ++i) {
                m_left.push_back(i);
                std::swap(m_left.back(),
                    m_left[static_cast<std::size_t>(dice.between(static_cast<int>(start), static_cast<int>(m_left.size()) - 1))]);
            }
        }
    }

private:
    std::span<const Card> m_cards;
    std::vector<std::size_t> m_left;
};

// Most of what would come early, late or at night is written by day instead: the same day if that has been, else the day before.
qint64 byDay(Dice& dice, qint64 at, qint64 now)
{
    const QDateTime local = swedishTime(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
    const int clock = local.time().hour();
    if ((clock >= 7 && clock < 18) || dice.chance(15))
        return at;
    const qint64 moved = at + (dice.between(7, 16) - clock) * hour;
    return moved < now ? moved : moved - day;
}

// The last two weeks, most of it today and yesterday.
std::vector<qint64> arrivals(Dice& dice, const Origin& origin)
{
    std::vector<qint64> times;
    for (int i = 0; i < origin.cases; ++i) {
        const int roll = dice.between(1, 100);
        const int minutes = roll <= 40 ? dice.between(1, 16 * 60)
            : roll <= 72               ? dice.between(16 * 60, 40 * 60)
                                       : dice.between(40 * 60, 14 * 24 * 60);
        times.push_back(byDay(dice, origin.now - minutes * minute - dice.between(0, 59'999), origin.now));
    }
    std::sort(times.begin(), times.end());
    return times;
}

struct Share {
    CaseState state;
    int percent;
};

CaseState stateFor(Dice& dice, qint64 age)
{
    using enum CaseState;
    static const std::vector<Share> fresh {
        {Received, 62}, {Transferred, 1}, {Assigned, 15}, {Ongoing, 12}, {WaitingResident, 5}, {Answered, 5}};
    static const std::vector<Share> yesterday {{Received, 34}, {Transferred, 1}, {Assigned, 20}, {Ongoing, 18}, {WaitingResident, 12},
        {WaitingPrescriber, 4}, {WaitingColleague, 2}, {Answered, 9}};
    static const std::vector<Share> older {
        {Received, 6}, {Assigned, 14}, {Ongoing, 22}, {WaitingResident, 20}, {WaitingPrescriber, 7}, {WaitingColleague, 4}, {Answered, 27}};
    int roll = dice.between(1, 100);
    for (const Share& share : age < 16 * hour ? fresh : age < 40 * hour ? yesterday : older) {
        roll -= share.percent;
        if (roll <= 0)
            return share.state;
    }
    return Received;
}

// Every sixth case has ended, so that the default number leaves 300 open and more.
CaseState endFor(Dice& dice)
{
    const int roll = dice.between(1, 100);
    return roll <= 84 ? CaseState::Closed : roll <= 92 ? CaseState::Redirected : CaseState::Withdrawn;
}

const StaffMember* handlerFor(Dice& dice, const CasePlan& plan)
{
    using enum CaseState;
    if (plan.state == Received || plan.state == Transferred || plan.state == Redirected || plan.state == Withdrawn)
        return nullptr;
    if (plan.subject && (plan.subject->whom == Whom::Woman || plan.subject->whom == Whom::MidlifeWoman) && dice.chance(70))
        return &staff()[7]; // the midwife
    if (dice.chance(18))
        return &staff()[0];
    const bool rehab = plan.type->code != "renewal"_L1;
    const StaffMember* found = &dice.pick(staff());
    while (!found->handles() || found->profession == "BM"_L1 || (!rehab && found->profession != "SJ"_L1 && found->profession != "LK"_L1))
        found = &dice.pick(staff());
    return found;
}

struct Decks {
    Deck<Medicine> medicines {demo::medicines()};
    QHash<QString, std::shared_ptr<Deck<Subject>>> subjects {{u"contact-me"_s, std::make_shared<Deck<Subject>>(contactSubjects())},
        {u"change-booking"_s, std::make_shared<Deck<Subject>>(changeSubjects())},
        {u"request-booking"_s, std::make_shared<Deck<Subject>>(requestSubjects())},
        {u"advice"_s, std::make_shared<Deck<Subject>>(adviceSubjects())}};
};

void chooseMatter(CasePlan& plan, Decks& decks, Dice& dice)
{
    if (plan.type->code != "renewal"_L1) {
        plan.subject = &decks.subjects.value(plan.type->code)->deal(dice, *plan.resident);
        return;
    }
    const int most = plan.resident->isChild() ? 2 : plan.resident->age > 64 ? 5 : 3;
    for (int lines = dice.between(1, most); lines > 0; --lines)
        plan.medicines.push_back(&decks.medicines.deal(dice, *plan.resident));
}

} // namespace

void generate(ResourceStore& store, const Origin& origin)
{
    const qint64 longAgo = origin.now - 90 * day;
    store.commit(unitResources(), longAgo, longAgo);
    Dice dice(origin.seed);
    const QDate today = swedishTime(QDateTime::fromMSecsSinceEpoch(origin.now, Qt::UTC)).date();
    const std::vector<Resident> residents = makeResidents(dice, origin.residents, today);
    for (const Resident& resident : residents) {
        const qint64 at = longAgo + dice.between(0, 70 * 24 * 60) * minute;
        store.commit(residentResources(resident), at, at);
    }
    if (residents.empty())
        return;

    Decks decks;
    int number = 4000 + static_cast<int>(origin.seed % 997);
    for (const qint64 at : arrivals(dice, origin)) {
        CasePlan plan;
        plan.number = ++number;
        plan.authored = at;
        plan.now = origin.now;
        plan.seed = QString::number(origin.seed);
        plan.type = &dice.pick(caseTypes());
        plan.resident = &dice.pick(residents);
        plan.state = number % 6 == 0 ? endFor(dice) : stateFor(dice, origin.now - at);
        chooseMatter(plan, decks, dice);
        plan.handler = handlerFor(dice, plan);
        for (const Dated& dated : caseResources(plan, dice))
            store.commit({dated.write}, dated.at, dated.at);
    }
}

} // namespace mottaget::demo
