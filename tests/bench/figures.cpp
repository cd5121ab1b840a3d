// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <QTextStream>

#include <algorithm>
#include <cmath>

namespace mottaget::bench {

using namespace Qt::StringLiterals;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 != 0 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double p99(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * 99 / 100)];
}

void Figures::add(const QString& name, double value, const QString& unit, double floor, double goal, bool lowIsGood)
{
    const bool holds = lowIsGood ? value <= goal : value >= goal;
    m_object.insert(
        name, QJsonObject {{u"value"_s, value}, {u"unit"_s, unit}, {u"floor"_s, floor}, {u"goal"_s, goal}, {u"holds"_s, holds}});
    QTextStream(stdout) << name << ": " << value << ' ' << unit << " (floor " << floor << ", goal " << goal << ") "
                        << (holds ? "holds" : "DOES NOT HOLD") << Qt::endl;
}

void Figures::addControlled(const QString& name, double ratio, double floor, double goal, double control)
{
    constexpr double restless = 0.03;
    const bool conclusive = std::abs(control - 1) <= restless;
    const bool holds = ratio <= goal;
    m_object.insert(name,
        QJsonObject {{u"value"_s, ratio}, {u"unit"_s, u"x"_s}, {u"floor"_s, floor}, {u"goal"_s, goal}, {u"control"_s, control},
            {u"conclusive"_s, conclusive}, {u"holds"_s, conclusive && holds}});
    QTextStream(stdout) << name << ": " << ratio << " x (floor " << floor << ", goal " << goal << ", control " << control << ") "
                        << (!conclusive    ? "inconclusive"
                                   : holds ? "holds"
                                           : "DOES NOT HOLD")
                        << Qt::endl;
}

void Figures::fail(const QString& name, const QString& why)
{
    m_allMeasured = false;
    QTextStream(stderr) << name << ": not measured, " << why << Qt::endl;
}

} // namespace mottaget::bench
