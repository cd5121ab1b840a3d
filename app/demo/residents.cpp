// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/residents.h"

#include "app/demo/staff.h"
#include "core/base/id.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

struct Number {
    QString digits;
    bool coordination;
};

std::vector<Number> readNumbers(const QString& name, bool coordination)
{
    std::vector<Number> numbers;
    QFile file(u":/demo/identities/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.trimmed().size() == 12)
            numbers.push_back({QString::fromLatin1(line.trimmed()), coordination});
    }
    return numbers;
}

// Month 00 and day 60 are published too: then only the year or the month is known.
QString birthDateOf(const Number& number)
{
    const QString year = number.digits.left(4);
    const QString month = number.digits.mid(4, 2);
    const int day = number.digits.mid(6, 2).toInt() - (number.coordination ? 60 : 0);
    if (month == "00"_L1)
        return year;
    const QDate date(year.toInt(), month.toInt(), day);
    return date.isValid() ? date.toString(Qt::ISODate) : year + u'-' + month;
}

int ageOn(const Number& number, QDate day)
{
    const QString today = day.toString(u"yyyyMMdd"_s);
    const int born = number.digits.left(8).toInt() - (number.coordination ? 60 : 0);
    return (today.toInt() - born) / 10'000;
}

// In the list every year of birth has about as many numbers; in a town the oldest are few, and they write less.
bool stays(Dice& dice, int age)
{
    if (age < 0 || age > 106)
        return false;
    if (age > 95)
        return dice.chance(6);
    if (age > 85)
        return dice.chance(35);
    return age > 74 ? dice.chance(75) : true;
}

Resident residentOf(const Number& number, Dice& dice, QDate day)
{
    Resident made;
    made.number = number.digits;
    made.coordination = number.coordination;
    made.id = namedUuid(u"demo/patient/"_s + number.digits);
    made.woman = number.digits.mid(10, 1).toInt() % 2 == 0;
    made.birthYear = number.digits.left(4).toInt();
    made.birthDate = birthDateOf(number);
    made.age = ageOn(number, day);
    made.name = nameFor(dice, made.woman, made.birthYear);
    made.phone = fictionPhone(dice);
    if (dice.between(1, 1000) <= 20)
        made.security = dice.chance(70) ? u"sekretessmarkering"_s : u"skyddadFolkbokforing"_s;
    const bool mayNeed = made.name.language != "sv"_L1 && made.age >= 18;
    made.interpreter = mayNeed && dice.chance(made.name.language == "fi"_L1 ? 12 : 30);
    if (dice.chance(made.age > 74 ? 40 : 4))
        made.careContact = dice.pick(std::vector<int> {0, 1, 2, 3, 4, 5});
    if (made.age < 13) {
        made.guardianId = namedUuid(u"demo/guardian/"_s + number.digits);
        made.guardian = relativeOf(made.name, dice, dice.chance(60), made.birthYear - 31);
        made.guardianPhone = fictionPhone(dice);
    }
    return made;
}

} // namespace

QString fictionPhone(Dice& dice)
{
    return u"070-174 06 "_s + QString::number(dice.between(5, 99)).rightJustified(2, u'0');
}

std::vector<Resident> makeResidents(Dice& dice, int count, QDate day)
{
    std::vector<Number> numbers = readNumbers(u"personnummer.txt"_s, false);
    const std::vector<Number> coordination = readNumbers(u"samordningsnummer.txt"_s, true);
    // Coordination numbers are a few in a hundred; they come last where the order decides who is left out.
    for (std::size_t i = numbers.size() - 1; i > 0; --i)
        std::swap(numbers[i], numbers[static_cast<std::size_t>(dice.between(0, static_cast<int>(i)))]);
    for (std::size_t i = 0; i < coordination.size(); ++i)
        numbers.insert(numbers.begin() + static_cast<std::ptrdiff_t>(std::min(numbers.size(), 20 + i * 30)), coordination[i]);

    std::vector<Number> left;
    std::vector<Resident> residents;
    for (const Number& number : numbers) {
        if (static_cast<int>(residents.size()) == count)
            return residents;
        if (stays(dice, ageOn(number, day)))
            residents.push_back(residentOf(number, dice, day));
        else
            left.push_back(number);
    }
    for (const Number& number : left) {
        if (static_cast<int>(residents.size()) < count)
            residents.push_back(residentOf(number, dice, day));
    }
    return residents;
}

} // namespace mottaget::demo
