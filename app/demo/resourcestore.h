// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

#include <optional>
#include <set>
#include <vector>

namespace mottaget::demo {

using Ordinal = quint32; //!< a resource's place in the store; never reused
using Token = quint32;   //!< an interned `parameter=value`

//! One version of a resource. A deleted version has no text.
struct Version {
    QByteArray json;
    qint64 lastUpdated = 0; //!< what meta says, ms since the epoch
    qint64 committed = 0;   //!< when searches can see it; later than lastUpdated when the server stamps at the start
    bool deleted = false;
};

struct Record {
    QByteArray type;
    QByteArray id;
    std::vector<Version> versions; //!< versionId is the place, from 1
    std::vector<Token> tokens;     //!< of the current version, sorted
    QByteArray authored;           //!< for _sort=authored-on

    [[nodiscard]] const Version& current() const { return versions.back(); }
};

//! One change that is to be committed. `json` needs no meta; it is stamped on commit and otherwise kept to the byte.
struct Write {
    QByteArray type;
    QByteArray id;
    QByteArray json;
    QJsonObject object; //!< the same as values, for the index
    bool remove = false;
};

//! All resources with all their versions, in memory, with an index for each search parameter. One thread.
class ResourceStore final {
public:
    //! Commits all or nothing can't be half done: there is no step here that fails. Answers the places, in order.
    std::vector<Ordinal> commit(const std::vector<Write>& writes, qint64 lastUpdated, qint64 committed);

    [[nodiscard]] std::optional<Ordinal> find(QByteArrayView type, QByteArrayView id) const;
    [[nodiscard]] const Record& at(Ordinal ordinal) const { return m_records[ordinal]; }
    [[nodiscard]] const std::vector<Ordinal>& ofType(const QByteArray& type) const;
    //! Current versions by time; the place breaks ties.
    [[nodiscard]] const std::set<std::pair<qint64, Ordinal>>& byTime(const QByteArray& type) const;
    //! The token of a type's `parameter=value`, if any resource has ever had it.
    [[nodiscard]] std::optional<Token> token(const QByteArray& type, const QByteArray& text) const;
    //! Resources whose current version has the token, sorted.
    [[nodiscard]] const std::vector<Ordinal>& withToken(Token token) const { return m_postings[token]; }
    //! Resources written at or after an instant of commit, newest last.
    [[nodiscard]] std::vector<Ordinal> writtenSince(qint64 committed) const;
    //! The tokens a text would have; used to match versions that are no longer current.
    [[nodiscard]] std::vector<Token> tokensOf(const QByteArray& type, const QByteArray& json) const;
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_records.size()); }
    [[nodiscard]] QList<QByteArray> types() const { return m_byType.keys(); }

private:
    struct Kind {
        std::vector<Ordinal> all;
        std::set<std::pair<qint64, Ordinal>> byTime;
    };
    void index(Ordinal ordinal, const QJsonObject& object);
    void unindex(Ordinal ordinal);
    Token intern(const QByteArray& text);

    std::vector<Record> m_records;
    QHash<QByteArray, Ordinal> m_byKey; // Type/id
    QHash<QByteArray, Kind> m_byType;
    QHash<QByteArray, Token> m_tokens; // Type?parameter=value
    std::vector<std::vector<Ordinal>> m_postings;
    std::vector<std::pair<qint64, Ordinal>> m_log; // committed, place
};

//! `2026-11-23T09:41:07.120Z`
[[nodiscard]] QByteArray instantText(qint64 msecs);

} // namespace mottaget::demo
