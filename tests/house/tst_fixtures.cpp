// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/personalidentity.h"
#include "tests/core/identity/testidentities.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace mottaget::identity;
using namespace Qt::StringLiterals;

//! A number that passes the check digit may belong to somebody, so the repository holds published test numbers only.
class TestFixtures final : public QObject {
    Q_OBJECT

    QSet<QString> m_published;
    QSet<QString> m_parsingOnly;

    //! Valid personnummer and samordningsnummer in `text`, in 12 digits.
    [[nodiscard]] static QStringList identitiesIn(QString text)
    {
        static const QRegularExpression uuid(u"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_s);
        static const QRegularExpression number(
            u"(?<![0-9A-Za-z.])([0-9]{12}|[0-9]{8}[-+\u2011][0-9]{4}|[0-9]{6}[-+\u2011][0-9]{4})(?![0-9A-Za-z])"_s);
        text.remove(uuid);
        QStringList found;
        for (auto it = number.globalMatch(text); it.hasNext();) {
            const auto parsed = parseIdentity(it.next().captured(1), testing::theDay);
            const bool person =
                parsed && (parsed->kind() == IdentityKind::PersonalNumber || parsed->kind() == IdentityKind::CoordinationNumber);
            if (person)
                found.append(parsed->number());
        }
        return found;
    }

    //! Numbers for parsing may stand in tests, but belong to no resident: they have no place in the demo or on a page.
    [[nodiscard]] QStringList strangers(const QString& path, const QString& text) const
    {
        QStringList found;
        for (const auto& number : identitiesIn(text)) {
            const bool known = m_published.contains(number) || (path.startsWith(u"tests/") && m_parsingOnly.contains(number));
            if (!known)
                found.append(path + u": " + number);
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto& number : testing::personalNumbers() + testing::coordinationNumbers())
            m_published.insert(number);
        for (const auto& row : testing::parsingOnly())
            m_parsingOnly.insert(row.text);
    }

    void numbersAreFoundInAllForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const QStringList one {u"195202132303"_s};
        QTest::newRow("long") << u"\"value\": \"195202132303\""_s << one;
        QTest::newRow("long with hyphen") << u"Anna, 19520213-2303."_s << one;
        QTest::newRow("short with hyphen") << u"(520213-2303)"_s << one;
        QTest::newRow("short with plus") << u"240129+9264"_s << QStringList {u"192401299264"_s};
        QTest::newRow("non-breaking hyphen") << u"520213\u20112303"_s << one;
        QTest::newRow("coordination number") << u"<191401682396>"_s << QStringList {u"191401682396"_s};
        QTest::newRow("after a hyphen") << u"patient-195202132303"_s << one;
        QTest::newRow("two") << u"195202132303,192401299264"_s << QStringList {u"195202132303"_s, u"192401299264"_s};
        QTest::newRow("in a longer number") << u"0195202132303"_s << QStringList();
        QTest::newRow("end of a UUID") << u"550e8400-e29b-41d4-a716-195202132303"_s << QStringList();
        QTest::newRow("wrong check digit") << u"195202132304"_s << QStringList();
        QTest::newRow("organisation number") << u"232100-0016"_s << QStringList();
    }
    void numbersAreFoundInAllForms()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QCOMPARE(identitiesIn(text), found);
    }

    void aNumberOutsideTheListsIsAStranger()
    {
        // A published number stands for one that isn't: no other may be written here.
        m_published.remove(u"195202132303"_s);
        QCOMPARE(strangers(u"docs/a.md"_s, u"520213-2303"_s), QStringList {u"docs/a.md: 195202132303"_s});
        m_published.insert(u"195202132303"_s);
        QCOMPARE(strangers(u"docs/a.md"_s, u"520213-2303"_s), QStringList());
        QCOMPARE(strangers(u"tests/a.cpp"_s, u"196109732393"_s), QStringList());
        QCOMPARE(strangers(u"app/demo/a.cpp"_s, u"196109732393"_s), QStringList {u"app/demo/a.cpp: 196109732393"_s});
    }

    void theRepositoryHoldsPublishedNumbersOnly()
    {
        const QDir root(QStringLiteral(MOTTAGET_SOURCE));
        QStringList files = root.entryList({u"*.md"_s, u"dev"_s}, QDir::Files);
        for (const auto& folder :
            {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s, u"docs"_s, u"resources"_s, u"translations"_s, u"packaging"_s}) {
            for (QDirIterator it(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
                files.append(root.relativeFilePath(it.next()));
        }
        QStringList found;
        int read = 0;
        for (const auto& path : std::as_const(files)) {
            if (path.startsWith(u"tests/data/identities/"))
                continue;
            QFile file(root.filePath(path));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            const QByteArray bytes = file.readAll();
            if (bytes.contains('\0')) // a picture or an archive
                continue;
            ++read;
            found.append(strangers(path, QString::fromUtf8(bytes)));
        }
        QVERIFY(read > 20);
        QVERIFY2(found.isEmpty(), qPrintable(u"not in tests/data/identities:\n"_s + found.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestFixtures)
#include "tst_fixtures.moc"
