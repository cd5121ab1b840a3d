// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

//! One text of a .ts file.
struct Entry {
    QString context;
    QString source;
    QString comment;
    bool counts = false; //!< has plural forms
    QString type;        //!< empty, unfinished, vanished, obsolete
    QStringList forms;   //!< one, or one for each plural form

    [[nodiscard]] QString key() const { return context + u" / " + source + (comment.isEmpty() ? QString() : u" / " + comment); }
};

//! Empty when the file is no .ts.
QList<Entry> entriesOf(const QByteArray& ts)
{
    QXmlStreamReader xml(ts);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            entries.append(Entry {context, {}, {}, xml.attributes().value("numerus"_L1) == u"yes", {}, {}});
        else if (xml.name() == u"source")
            entries.last().source = xml.readElementText();
        else if (xml.name() == u"comment")
            entries.last().comment = xml.readElementText();
        else if (xml.name() == u"numerusform")
            entries.last().forms.append(xml.readElementText());
        else if (xml.name() == u"translation") {
            entries.last().type = xml.attributes().value("type"_L1).toString();
            if (!entries.last().counts)
                entries.last().forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

QSet<QString> keysOf(const QList<Entry>& entries)
{
    QSet<QString> keys;
    for (const Entry& entry : entries)
        keys.insert(entry.key());
    return keys;
}

QSet<QString> placesOf(const QString& text)
{
    static const QRegularExpression place(u"%(L?[0-9]+)"_s);
    QSet<QString> places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places.insert(it.next().captured());
    return places;
}

//! What is wrong with one text; empty when nothing is. `same`: texts that may read alike in both languages.
QString complaint(const Entry& entry, bool translated, const QSet<QString>& same)
{
    if (!entry.type.isEmpty())
        return entry.type;
    if (entry.forms.size() != (entry.counts ? 2 : 1))
        return u"wrong number of forms"_s;
    for (const QString& form : entry.forms) {
        if (form.isEmpty())
            return u"empty"_s;
        if (placesOf(form) != placesOf(entry.source))
            return u"its %1, %2 ... differ"_s;
        if (translated && form == entry.source && !same.contains(form))
            return u"reads as the Swedish does; add it to tests/house/sametexts.txt if it shall"_s;
    }
    if (entry.counts && !entry.forms.last().contains(u"%n"))
        return u"its plural does not say %n"_s;
    return {};
}

QStringList complaints(const QList<Entry>& entries, bool translated, const QSet<QString>& same)
{
    QStringList all;
    for (const Entry& entry : entries) {
        const QString why = complaint(entry, translated, same);
        if (!why.isEmpty())
            all.append(entry.key() + u": " + why);
    }
    return all;
}

QByteArray message(const QByteArray& body, const QByteArray& numerus = {})
{
    return "<TS><context><name>C</name><message" + numerus + ">" + body + "</message></context></TS>";
}

} // namespace

//! Both languages are complete at every commit: what ui and app say is in the .ts files, and nothing else is.
class TestTranslations final : public QObject {
    Q_OBJECT

    const QDir m_root {QStringLiteral(MOTTAGET_SOURCE)};
    QSet<QString> m_same;

    [[nodiscard]] static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // "text <tab> why"
        for (const QString& line : QString::fromUtf8(read(m_root.filePath(u"tests/house/sametexts.txt"_s))).split(u'\n')) {
            if (!line.startsWith(u'#') && line.contains(u'\t'))
                m_same.insert(line.section(u'\t', 0, 0));
        }
    }

    void aGapIsFound_data()
    {
        QTest::addColumn<QByteArray>("ts");
        QTest::addColumn<QString>("expected");
        const QByteArray two = "<translation><numerusform>%n case</numerusform><numerusform>%n cases</numerusform></translation>";
        QTest::newRow("good") << message("<source>Ja</source><translation>Yes</translation>") << QString();
        QTest::newRow("good plural") << message("<source>%n fall</source>" + two, " numerus=\"yes\"") << QString();
        QTest::newRow("unfinished") << message("<source>Ja</source><translation type=\"unfinished\">Yes</translation>")
                                    << u"C / Ja: unfinished"_s;
        QTest::newRow("vanished") << message("<source>Ja</source><translation type=\"vanished\">Yes</translation>")
                                  << u"C / Ja: vanished"_s;
        QTest::newRow("empty") << message("<source>Ja</source><translation></translation>") << u"C / Ja: empty"_s;
        QTest::newRow("no translation") << message("<source>Ja</source>") << u"C / Ja: wrong number of forms"_s;
        QTest::newRow("lost place") << message("<source>Av %1</source><translation>By</translation>")
                                    << u"C / Av %1: its %1, %2 ... differ"_s;
        QTest::newRow("one plural form") << message("<source>%n fall</source><translation><numerusform>%n case</numerusform></translation>",
            " numerus=\"yes\"") << u"C / %n fall: wrong number of forms"_s;
        QTest::newRow("plural without number") << message(
            "<source>%n fall</source><translation><numerusform>One</numerusform><numerusform>Many</numerusform></translation>",
            " numerus=\"yes\"") << u"C / %n fall: its plural does not say %n"_s;
        QTest::newRow("still Swedish") << message("<source>Ja</source><translation>Ja</translation>")
                                       << u"C / Ja: reads as the Swedish does; add it to tests/house/sametexts.txt if it shall"_s;
        QTest::newRow("the same on purpose") << message("<source>Status</source><translation>Status</translation>") << QString();
        QTest::newRow("told apart by comment") << message("<source>Ja</source><comment>verb</comment><translation></translation>")
                                               << u"C / Ja / verb: empty"_s;
    }
    void aGapIsFound()
    {
        QFETCH(QByteArray, ts);
        QFETCH(QString, expected);
        const auto entries = entriesOf(ts);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(complaints(entries, true, {u"Status"_s}).join(u'\n'), expected);
    }

    void bothLanguagesAreComplete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("translated");
        QTest::newRow("Swedish plurals") << u"translations/mottaget_sv.ts"_s << false;
        QTest::newRow("English") << u"translations/mottaget_en.ts"_s << true;
    }
    void bothLanguagesAreComplete()
    {
        QFETCH(QString, file);
        QFETCH(bool, translated);
        const auto entries = entriesOf(read(m_root.filePath(file)));
        QVERIFY(!entries.isEmpty());
        const QStringList found = complaints(entries, translated, m_same);
        QVERIFY2(found.isEmpty(), qPrintable(QString::number(found.size()) + u" texts:\n"_s + found.join(u'\n')));
    }

    void whatTheCodeSaysIsThere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("Swedish plurals") << u"translations/mottaget_sv.ts"_s << QStringList {u"-pluralonly"_s};
        QTest::newRow("English") << u"translations/mottaget_en.ts"_s << QStringList();
    }
    void whatTheCodeSaysIsThere()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy.ts"_s);
        QVERIFY(QFile::copy(m_root.filePath(file), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(m_root.path());
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(MOTTAGET_LUPDATE),
            QStringList {u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s} + options
                + QStringList {u"ui"_s, u"app"_s, u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        const QString said = QString::fromUtf8(lupdate.readAll());
        QCOMPARE(lupdate.exitCode(), 0);
        // A context that lupdate guesses is one the program never asks for.
        QVERIFY2(!said.contains(u"unknown namespace"), qPrintable(said));

        const auto written = keysOf(entriesOf(read(m_root.filePath(file))));
        const auto spoken = keysOf(entriesOf(read(copy)));
        QVERIFY(!spoken.isEmpty());
        QCOMPARE((spoken - written).values(), QStringList()); // ./dev translations brings them in
        QCOMPARE((written - spoken).values(), QStringList());
    }

    void noTextIsExcusedInVain()
    {
        QSet<QString> used;
        for (const Entry& entry : entriesOf(read(m_root.filePath(u"translations/mottaget_en.ts"_s)))) {
            if (entry.forms.contains(entry.source))
                used.insert(entry.source);
        }
        QCOMPARE((m_same - used).values(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
