// SPDX-License-Identifier: GPL-3.0-or-later
#include "weather.h"

namespace mottaget::simulate {

namespace {

// Absent in most seeds, rare in some, common in a few.
int rate(Dice& dice, int most)
{
    switch (dice.below(6)) {
    case 0: return 1 + dice.below(most);
    case 1: return 1 + dice.below(most / 5 + 1);
    default: return 0;
    }
}

} // namespace

Weather Weather::draw(quint64 seed)
{
    Dice dice(~seed);
    Weather weather;
    weather.clients = 1 + dice.below(5);
    weather.cases = 1 + dice.below(6);
    weather.pageSize = dice.chance(300) ? 2 + dice.below(4) : 5 + dice.below(60);
    weather.versionRefusal = dice.chance(500) ? 409 : 412;
    weather.suppressesNoChange = dice.chance(500);
    weather.delayMs = 5 + dice.below(400);
    weather.outage = rate(dice, 40);
    weather.refused = rate(dice, 100);
    weather.lostThere = rate(dice, 150);
    weather.lostBack = rate(dice, 250);
    weather.duplicated = rate(dice, 200);
    weather.slow = rate(dice, 100);
    weather.unauthorized = rate(dice, 50);
    weather.forbidden = rate(dice, 20);
    weather.conflict = rate(dice, 100);
    weather.busy = rate(dice, 80);
    weather.errorBefore = rate(dice, 100);
    weather.errorAfter = rate(dice, 150);
    weather.portal = rate(dice, 60);
    weather.cut = rate(dice, 100);
    weather.cursorLost = rate(dice, 200);
    weather.lateCommit = rate(dice, 500);
    weather.kill = rate(dice, 15);
    weather.powerCut = dice.chance(500) ? 500 : 0;
    weather.diskFault = rate(dice, 40);
    weather.clockJump = rate(dice, 15);
    weather.skewMs = dice.chance(300) ? dice.between(-600'000, 600'000) : 0;
    weather.actEveryMs = 1500 + dice.below(12'000);
    weather.otherEveryMs = 2000 + dice.below(25'000);
    weather.undo = rate(dice, 300);
    weather.removed = rate(dice, 60);
    weather.batches = dice.chance(800);
    weather.entryFails = rate(dice, 60);
    weather.cacheLost = rate(dice, 300);
    weather.choose = dice.chance(500) ? dice.below(600) : 0;
    weather.people = rate(dice, 200);
    return weather;
}

} // namespace mottaget::simulate
