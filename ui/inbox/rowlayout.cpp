// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/rowlayout.h"

#include <QFontMetrics>

#include <algorithm>

namespace mottaget::ui {

namespace {

constexpr int gap = 8;
constexpr int leastWords = 40; // a shorter rest of a sentence says nothing

//! The free room of each line, filled from the left with words and from the right with badges.
class Filler final {
public:
    explicit Filler(const RowRoom& room) : m_room(room), m_left(room.lines, room.area.left()), m_right(room.lines, room.area.right() + 1) {}

    [[nodiscard]] int width(int line) const { return m_right[line] - m_left[line]; }
    [[nodiscard]] int last() const { return m_room.lines - 1; }

    void putLeft(int line, RowPiece::Kind kind, const QString& text, int width)
    {
        m_pieces << RowPiece {kind, text, QRect(m_left[line], top(line), width, m_room.line), {}};
        m_left[line] += width + gap;
    }
    void putRight(int line, RowPiece::Kind kind, const QString& text, int width)
    {
        m_pieces << RowPiece {kind, text, QRect(m_right[line] - width, top(line), width, m_room.line), {}};
        m_right[line] -= width + gap;
    }
    //! On the first of the lines with room for it.
    void putBadge(RowPiece::Kind kind, const RowBadge& badge, const QList<int>& lines)
    {
        if (badge.text.isEmpty())
            return;
        const QSize size = Tag::sizeOf(m_room.small, badge.text, badge.mark);
        const auto line = std::find_if(lines.begin(), lines.end(), [&](int at) { return width(at) >= size.width(); });
        if (line == lines.end())
            return;
        const int down = std::max(0, (m_room.line - size.height()) / 2);
        m_pieces << RowPiece {kind, badge.text, QRect(QPoint(m_right[*line] - size.width(), top(*line) + down), size), badge};
        m_right[*line] -= size.width() + gap;
    }
    void putShortened(int line, RowPiece::Kind kind, const QString& text, const QFont& font)
    {
        if (text.isEmpty() || width(line) < leastWords)
            return;
        const QFontMetrics metrics(font);
        const QString fits = metrics.elidedText(text, Qt::ElideRight, width(line));
        putLeft(line, kind, fits, std::min(width(line), metrics.horizontalAdvance(fits) + 1));
    }
    [[nodiscard]] QList<RowPiece> pieces() const { return m_pieces; }

private:
    [[nodiscard]] int top(int line) const { return m_room.area.top() + line * m_room.line; }

    const RowRoom& m_room;
    QList<int> m_left;
    QList<int> m_right;
    QList<RowPiece> m_pieces;
};

//! Breaks after a blank or hyphen, never inside a part of a name.
QStringList brokenName(const QString& name, const QFont& font, int width, int lines)
{
    const QFontMetrics metrics(font);
    QStringList broken;
    QString rest = name;
    while (metrics.horizontalAdvance(rest) > width && broken.size() + 1 < lines) {
        qsizetype cut = 0;
        for (qsizetype at = 0; at < rest.size(); ++at) {
            const bool mayBreak = rest[at].isSpace() || rest[at] == u'-';
            if (mayBreak && metrics.horizontalAdvance(rest.left(at + 1).trimmed()) <= width)
                cut = at + 1;
        }
        if (cut == 0)
            break;
        broken << rest.left(cut).trimmed();
        rest = rest.mid(cut).trimmed();
    }
    broken << rest;
    return broken;
}

//! The line the name ends on.
int putName(Filler& filler, const RowTexts& texts, const RowRoom& room)
{
    const QStringList name = brokenName(texts.name, room.name, room.area.width(), room.lines);
    const QFontMetrics metrics(room.name);
    for (int line = 0; line < name.size(); ++line)
        filler.putLeft(line, RowPiece::Kind::Name, name[line], metrics.horizontalAdvance(name[line]) + 1);
    return static_cast<int>(name.size()) - 1;
}

//! The line the number stands on; the name's when there is none.
int putNumber(Filler& filler, const RowTexts& texts, const RowRoom& room, int line)
{
    const int width = QFontMetrics(room.body).horizontalAdvance(texts.number) + 1;
    if (texts.number.isEmpty())
        return line;
    for (int at = line; at <= filler.last(); ++at) {
        if (filler.width(at) >= width) {
            filler.putLeft(at, RowPiece::Kind::Number, texts.number, width);
            return at;
        }
    }
    return line;
}

} // namespace

QList<RowPiece> layOutRow(const RowTexts& texts, const RowRoom& room)
{
    using Kind = RowPiece::Kind;
    Filler filler(room);
    const int last = filler.last();
    const int nameLine = putName(filler, texts, room);
    putNumber(filler, texts, room, nameLine);
    filler.putBadge(Kind::Due, texts.due, {0, last});
    filler.putBadge(Kind::Standing, texts.standing, {last, 0});
    for (const RowBadge& badge : texts.badges)
        filler.putBadge(Kind::Badge, badge, {last, 0});
    const int subjectLine = std::min(nameLine + 1, last);
    const QString owner = texts.owner.isEmpty() ? QStringLiteral("–") : texts.owner;
    const int ownerWidth = QFontMetrics(room.body).horizontalAdvance(owner) + 1;
    if (filler.width(subjectLine) >= ownerWidth + gap + leastWords)
        filler.putRight(subjectLine, Kind::Owner, owner, ownerWidth);
    filler.putShortened(subjectLine, Kind::Subject, texts.subject, room.body);
    if (last != subjectLine)
        filler.putShortened(last, Kind::Reason, texts.reason, room.small);
    return filler.pieces();
}

} // namespace mottaget::ui
