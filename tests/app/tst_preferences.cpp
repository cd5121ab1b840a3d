// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mottaget;
using namespace mottaget::app;
using namespace Qt::StringLiterals;
using ui::Density;
using ui::ThemeKind;

Q_DECLARE_METATYPE(mottaget::app::Preferences)

class PreferencesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<Preferences>("preferences");
        QTest::newRow("as new") << Preferences {};
        QTest::newRow("dark, compact") << Preferences {ThemeKind::Dark, Density::Compact, QByteArray("\0\xff=\n", 4)};
        QTest::newRow("light, roomy") << Preferences {ThemeKind::Light, Density::Roomy, {}};
        QTest::newRow("contrast, normal") << Preferences {ThemeKind::HighContrast, Density::Normal, QByteArray("x")};
    }
    void readsWhatItWrote()
    {
        QFETCH(Preferences, preferences);
        const QTemporaryDir place;
        const QString path = place.filePath(u"new/folder/window.conf"_s);
        QVERIFY(writePreferences(path, preferences));
        QVERIFY(readPreferences(path) == preferences);
    }

    void isAsNewWhereItCantRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<Preferences>("expected");
        QTest::newRow("empty") << QByteArray() << Preferences {};
        QTest::newRow("unknown words") << QByteArray("theme=purple\ndensity=none\ngeometry=%%%\n") << Preferences {};
        QTest::newRow("no values") << QByteArray("theme\ndensity\n=\n") << Preferences {};
        QTest::newRow("one line good") << QByteArray("theme=contrast\nother=1\n\xff\xfe") << Preferences {ThemeKind::HighContrast, {}, {}};
    }
    void isAsNewWhereItCantRead()
    {
        QFETCH(QByteArray, file);
        QFETCH(Preferences, expected);
        expected.density = Density::Normal;
        const QTemporaryDir place;
        const QString path = place.filePath(u"window.conf"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file);
        out.close();
        QVERIFY(readPreferences(path) == expected);
    }

    //! Whatever a disk makes of it: read as far as it goes, and left as it is.
    void anyByteMayBeWrong()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"window.conf"_s);
        QVERIFY(writePreferences(path, {ThemeKind::Dark, Density::Roomy, QByteArray(66, 'g')}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray good = file.readAll();
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray flipped = good;
            flipped[at] = char(flipped[at] ^ (1 << (at % 8)));
            for (const QByteArray& bytes : {flipped, good.left(at)}) {
                QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size() && file.flush());
                const Preferences read = readPreferences(path);
                QVERIFY(!read.theme || *read.theme == ThemeKind::Dark);
                QVERIFY(read.density == Density::Roomy || read.density == Density::Normal);
                QVERIFY(file.seek(0) && file.readAll() == bytes);
            }
        }
    }

    void isAsNewWithoutAFile() { QVERIFY(readPreferences(u"/nonexistent/window.conf"_s) == Preferences {}); }

    void saysWhenTheDiskRefuses()
    {
        const QTemporaryDir place;
        QFile file(place.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!writePreferences(place.filePath(u"file/window.conf"_s), {}));
    }
};

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
