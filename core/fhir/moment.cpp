// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/moment.h"

namespace mottaget::fhir {

namespace {

using Precision = Moment::Precision;

//! Reads fixed-width fields from the front; the first that does not fit makes it fail for good.
class Fields final {
public:
    explicit Fields(QByteArrayView text) : m_rest(text) {}

    [[nodiscard]] int number(qsizetype digits, int low, int high)
    {
        int value = 0;
        for (qsizetype i = 0; i < digits; ++i) {
            const char c = i < m_rest.size() ? m_rest[i] : '\0';
            m_ok = m_ok && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        m_ok = m_ok && value >= low && value <= high;
        m_rest = m_ok ? m_rest.sliced(digits) : QByteArrayView();
        return m_ok ? value : low;
    }
    //! Milliseconds of a fraction of any length.
    [[nodiscard]] int fraction()
    {
        int value = 0;
        qsizetype digits = 0;
        while (digits < m_rest.size() && m_rest[digits] >= '0' && m_rest[digits] <= '9') {
            value = digits < 3 ? value * 10 + (m_rest[digits] - '0') : value;
            ++digits;
        }
        m_ok = m_ok && digits > 0;
        m_rest = m_rest.sliced(digits);
        return digits == 1 ? value * 100 : digits == 2 ? value * 10 : value;
    }
    [[nodiscard]] bool take(char c)
    {
        if (!m_rest.startsWith(c))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    void require(char c) { m_ok = take(c) && m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    QByteArrayView m_rest;
    bool m_ok = true;
};

//! Seconds east of UTC.
[[nodiscard]] int offset(Fields& fields)
{
    if (fields.take('Z'))
        return 0;
    const bool west = fields.take('-');
    if (!west)
        fields.require('+');
    const int hours = fields.number(2, 0, 14);
    fields.require(':');
    const int seconds = (hours * 60 + fields.number(2, 0, 59)) * 60;
    return west ? -seconds : seconds;
}

[[nodiscard]] std::optional<Moment> parseTime(Fields& fields, QDate date)
{
    Moment moment {{}, Precision::Minute};
    const int hour = fields.number(2, 0, 23);
    fields.require(':');
    const int minute = fields.number(2, 0, 59);
    int second = 0;
    int millisecond = 0;
    if (fields.take(':')) {
        second = fields.number(2, 0, 60);
        moment.precision = Precision::Second;
        if (fields.take('.')) {
            millisecond = fields.fraction();
            moment.precision = Precision::Millisecond;
        }
    }
    const int east = offset(fields);
    if (!fields.ok() || !fields.atEnd() || !date.isValid())
        return std::nullopt;
    moment.at = QDateTime(date, QTime(hour, minute), Qt::UTC).addMSecs((qint64(second) - east) * 1000 + millisecond);
    return moment;
}

[[nodiscard]] std::optional<Moment> day(const Fields& fields, QDate date, Precision precision)
{
    if (!fields.ok() || !fields.atEnd() || !date.isValid())
        return std::nullopt;
    return Moment {QDateTime(date, QTime(0, 0), Qt::UTC), precision};
}

} // namespace

std::optional<Moment> parseMoment(QByteArrayView text)
{
    Fields fields(text);
    const int year = fields.number(4, 1, 9999);
    if (!fields.take('-'))
        return day(fields, QDate(year, 1, 1), Precision::Year);
    const int month = fields.number(2, 1, 12);
    if (!fields.take('-'))
        return day(fields, QDate(year, month, 1), Precision::Month);
    const int dayOfMonth = fields.number(2, 1, 31);
    const QDate date(year, month, dayOfMonth);
    if (!fields.take('T'))
        return day(fields, date, Precision::Day);
    return parseTime(fields, date);
}

QByteArray instantText(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace mottaget::fhir
