// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/access.h"

#include "core/care/rights.h"

#include <algorithm>

namespace mottaget::care {

using namespace Qt::StringLiterals;

namespace {

//! HSA-ids are compared without regard to case; one that is not known is no one's.
bool isSame(const QString& left, const QString& right)
{
    return !left.isEmpty() && left.compare(right, Qt::CaseInsensitive) == 0;
}

//! Data without a time count as within; a part that overlaps does too.
bool overlaps(const Block& block, const DataOrigin& data)
{
    if (!data.from.isValid() && !data.until.isValid())
        return true;
    const bool before = data.until.isValid() && block.from.isValid() && data.until < block.from;
    const bool after = data.from.isValid() && block.until.isValid() && data.from > block.until;
    return !before && !after;
}

bool isExempt(const Block& block, const DataOrigin& data)
{
    return (data.type == "lak"_L1 || data.type == "upp"_L1) && block.exempt.contains(data.type);
}

bool isFor(const QString& unit, const QString& person, const Actor& actor)
{
    return isSame(unit, actor.unitHsaId) && (person.isEmpty() || isSame(person, actor.self.hsaId));
}

bool isRevoked(const AccessFacts& facts, const Actor& actor, const QDateTime& now)
{
    return std::ranges::any_of(facts.revocations,
        [&](const Revocation& one) { return isFor(one.unit, one.person, actor) && one.until.isValid() && now < one.until; });
}

bool isFresh(const AccessFacts& facts, const QDateTime& now)
{
    return facts.blocksFetched.isValid() && facts.blocksFetched <= now
        && facts.blocksFetched.msecsTo(now) < std::chrono::milliseconds(blockFreshness).count();
}

bool isValid(const Consent& consent, const Actor& actor, const QDateTime& now)
{
    return consent.state == Consent::State::Valid && isFor(consent.unit, consent.person, actor)
        && (!consent.from.isValid() || consent.from <= now) && (!consent.until.isValid() || now < consent.until);
}

int ageOn(QDate born, QDate today)
{
    const int years = today.year() - born.year();
    return born.addYears(years) > today ? years - 1 : years;
}

} // namespace

bool blocks(const Block& block, const DataOrigin& data, const Actor& actor, const QString& actorProvider)
{
    // Without both marks nobody can say whose they are; without the unit, whatever is blocked at the provider may be these.
    const bool isOfProvider = data.provider.isEmpty() || isSame(block.provider, data.provider);
    if (!isOfProvider || isExempt(block, data) || !overlaps(block, data))
        return false;
    if (block.kind == Block::Kind::Outer)
        return !isSame(data.provider, actorProvider);
    const bool isOwnUnit = isSame(data.unit, actor.unitHsaId);
    return !isOwnUnit && (data.unit.isEmpty() || isSame(block.unit, data.unit));
}

bool inForce(const Emergency& emergency, const Actor& actor, const QDateTime& now)
{
    if (!mayAtAll(Act::LiftBlock, actor.self) || emergency.ground.isEmpty() || emergency.reason.trimmed().isEmpty())
        return false;
    if (!emergency.from.isValid() || !emergency.until.isValid() || emergency.until > emergency.from.addDuration(longestEmergency))
        return false;
    return isFor(emergency.unit, emergency.person, actor) && emergency.from <= now && now < emergency.until;
}

AccessDecision decide(
    const DataOrigin& data, const AccessFacts& facts, const Actor& actor, const QString& actorProvider, const QDateTime& now)
{
    using Basis = AccessDecision::Basis;
    AccessDecision decision;
    const bool isOwnUnit = isSame(data.unit, actor.unitHsaId);
    if (!actor.self.active || !facts.hasCareRelation)
        return decision;
    if (isOwnUnit) {
        decision.allowed = true;
        decision.basis = Basis::OwnUnit;
        return decision;
    }
    const bool isOwnProvider = isSame(data.provider, actorProvider);
    const bool isBlocked = std::ranges::any_of(facts.blocks, [&](const Block& block) { return blocks(block, data, actor, actorProvider); });
    // What is not known, or not any longer, counts as blocked.
    const bool hides = (isBlocked || !isFresh(facts, now) || data.provider.isEmpty()) && !isRevoked(facts, actor, now);
    decision.blockedDataExists = hides;
    const bool isEmergency = facts.emergency && inForce(*facts.emergency, actor, now);
    // Another provider alone can lift its own blocks.
    const bool mayLift = isEmergency && isOwnProvider;
    const auto consent = std::ranges::find_if(facts.consents, [&](const Consent& one) { return isValid(one, actor, now); });
    const bool hasConsent = consent != facts.consents.end();
    if (hides && !mayLift)
        return decision;
    if (!hides && (isOwnProvider || hasConsent || !facts.canConsent)) {
        decision.allowed = true;
        decision.basis = isOwnProvider ? Basis::OwnProvider : hasConsent ? Basis::Consent : Basis::ChildWithoutConsent;
        decision.consentId = !isOwnProvider && hasConsent ? consent->id : QString();
        return decision;
    }
    decision.allowed = isEmergency;
    decision.emergency = isEmergency;
    decision.basis = isEmergency ? Basis::Emergency : Basis::None;
    return decision;
}

QList<AgeRule> nationalAgeRules()
{
    using enum AgeRule::Person;
    return {{0, 13, Guardian, Reach::CasesAndJournal}, {13, 200, Guardian, Reach::Nothing}, {0, 16, Child, Reach::Cases},
        {16, 200, Child, Reach::CasesAndJournal}};
}

Reach reachOf(AgeRule::Person person, QDate born, QDate today, const QList<AgeRule>& rules)
{
    if (!born.isValid() || born > today)
        return Reach::Nothing;
    const int age = ageOn(born, today);
    const auto rule =
        std::ranges::find_if(rules, [&](const AgeRule& one) { return one.person == person && one.from <= age && age < one.until; });
    return rule == rules.end() ? Reach::Nothing : rule->reach;
}

bool guardianHasLostSight(QDate born, QDate today, const QList<AgeRule>& rules)
{
    return reachOf(AgeRule::Person::Guardian, born, today, rules) == Reach::Nothing;
}

bool answersYouthAlone(QDate born, QDate today, const QList<AgeRule>& rules)
{
    return born.isValid() && born <= today && ageOn(born, today) < 18 && guardianHasLostSight(born, today, rules);
}

} // namespace mottaget::care
