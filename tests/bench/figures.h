// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace mottaget::bench {

//! Middle value; the list must not be empty.
[[nodiscard]] double median(QList<double> values);
//! The value that 99 of 100 do not exceed.
[[nodiscard]] double p99(QList<double> values);

//! All figures of a run: name to value, unit, floor, goal and whether it holds. Prints each as it comes.
class Figures final {
public:
    //! `lowIsGood` false: the value must reach the goal.
    void add(const QString& name, double value, const QString& unit, double floor, double goal, bool lowIsGood = true);
    //! A ratio with the control taken in the same rounds: floor against floor. More than 3 % off, and the machine was too restless to say.
    void addControlled(const QString& name, double ratio, double floor, double goal, double control);
    //! A run whose screen or region did not hold what it should: no figure.
    void fail(const QString& name, const QString& why);
    [[nodiscard]] QJsonObject object() const { return m_object; }
    [[nodiscard]] bool allMeasured() const { return m_allMeasured; }

private:
    QJsonObject m_object;
    bool m_allMeasured = true;
};

} // namespace mottaget::bench
