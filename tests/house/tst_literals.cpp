// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

//! A string literal in source text and the calls around it, innermost last.
struct Literal {
    int line = 0;
    QString text;
    QStringList calls;
};

//! Reads C++ only as far as needed: comments, raw strings and characters are passed over, calls are names before a parenthesis.
class Scanner final {
public:
    explicit Scanner(QStringView code) : m_code(code) {}

    [[nodiscard]] QList<Literal> literals()
    {
        while (m_at < m_code.size())
            step();
        return m_found;
    }

private:
    void step()
    {
        const QStringView rest = m_code.sliced(m_at);
        if (rest.startsWith(u"//"))
            skipTo(u"\n");
        else if (rest.startsWith(u"/*"))
            skipTo(u"*/");
        else if (rest.startsWith(u"#include"))
            skipTo(u"\n");
        else if (rest.startsWith(u"R\"("))
            skipTo(u")\"");
        else if (rest.startsWith(u"'") && (m_at == 0 || !m_code[m_at - 1].isDigit()))
            quoted(u'\'');
        else if (rest.startsWith(u'"'))
            m_found.append({m_line, quoted(u'"'), m_calls});
        else
            advance();
    }

    void advance()
    {
        const QChar c = m_code[m_at++];
        if (c == u'\n')
            ++m_line;
        if (c.isLetterOrNumber() || c == u'_') {
            if (m_ended)
                m_word.clear();
            m_ended = false;
            m_word += c;
        } else if (c == u'(' || c == u'{') {
            m_calls.append(m_word);
            m_word.clear();
        } else if (c == u')' || c == u'}') {
            if (!m_calls.isEmpty())
                m_calls.removeLast();
            m_word.clear();
        } else if (!c.isSpace())
            m_word.clear();
        else
            m_ended = true;
    }

    void skipTo(QStringView end)
    {
        const qsizetype from = m_at;
        const qsizetype found = m_code.indexOf(end, m_at);
        m_at = found < 0 ? m_code.size() : found + end.size();
        m_line += static_cast<int>(m_code.sliced(from, m_at - from).count(u'\n'));
    }

    QString quoted(QChar quote)
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_code.size() && m_code[m_at] != quote)
            m_at += m_code[m_at] == u'\\' ? 2 : 1;
        const qsizetype end = qMin(m_at, m_code.size());
        m_at = end + 1;
        m_word.clear();
        return m_code.sliced(begin, end - begin).toString();
    }

    QStringView m_code;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_word;
    bool m_ended = false; //!< a blank after the word: what follows is another
    QStringList m_calls;
    QList<Literal> m_found;
};

//! Calls whose text is translated, and calls whose text nobody reads.
const QStringList& excused()
{
    static const QStringList names {u"tr"_s, u"translate"_s, u"QT_TR_NOOP"_s, u"QT_TR_N_NOOP"_s, u"QT_TRANSLATE_NOOP"_s, u"setObjectName"_s,
        u"objectName"_s, u"QKeySequence"_s, u"QRegularExpression"_s, u"toString"_s, u"setProperty"_s, u"property"_s, u"setStyleSheet"_s,
        u"static_assert"_s, u"Q_ASSERT_X"_s, u"findChild"_s};
    return names;
}

//! Calls whose text is put before a person's eyes or ears.
const QStringList& seen()
{
    static const QStringList names {u"setText"_s, u"setToolTip"_s, u"setStatusTip"_s, u"setWindowTitle"_s, u"setTitle"_s,
        u"setAccessibleName"_s, u"setAccessibleDescription"_s, u"setPlaceholderText"_s, u"setInformativeText"_s, u"addAction"_s,
        u"addItem"_s, u"addRow"_s, u"addMenu"_s, u"QLabel"_s, u"QPushButton"_s, u"QAction"_s, u"QCheckBox"_s, u"QRadioButton"_s,
        u"drawText"_s};
    return names;
}

//! A person would read it: a word of the language, not a code, a pattern or a name of the program's own.
bool isShown(const Literal& literal)
{
    for (const QString& call : literal.calls) {
        if (excused().contains(call))
            return false;
    }
    static const QRegularExpression word(u"\\p{L}{2,}"_s);
    static const QRegularExpression swedish(u"[åäöÅÄÖé]"_s);
    static const QRegularExpression spoken(u"\\p{L}{2,}[,.]? +\\p{L}{2,}|^\\p{Lu}\\p{Ll}"_s);
    if (!literal.calls.isEmpty() && seen().contains(literal.calls.last()) && literal.text.contains(word))
        return true;
    return literal.text.contains(swedish) || literal.text.contains(spoken);
}

QStringList shownLiterals(const QString& code)
{
    QStringList found;
    for (const Literal& literal : Scanner(code).literals()) {
        if (isShown(literal))
            found.append(QString::number(literal.line) + u": "_s + literal.text);
    }
    return found;
}

} // namespace

//! What ui shows comes from tr(), or it stays in one language.
class TestLiterals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aShownLiteralIsFound_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("found");
        QTest::newRow("in a setter") << u"label->setText(u\"svar\"_s);"_s << u"1: svar"_s;
        QTest::newRow("in a constructor") << u"auto* x = new QLabel(u\"svar\"_s, this);"_s << u"1: svar"_s;
        QTest::newRow("a sentence in a table") << u"\nrow = {\"a\"_L1, u\"gick inte bra\"_s};"_s << u"2: gick inte bra"_s;
        QTest::newRow("Swedish letters") << u"return u\"återtaget\"_s;"_s << u"1: återtaget"_s;
        QTest::newRow("a capital word") << u"return u\"Svara\"_s;"_s << u"1: Svara"_s;
        QTest::newRow("beside a tr") << u"f(tr(\"Ja\"), u\"Nej\"_s);"_s << u"1: Nej"_s;
        QTest::newRow("in a returned tr") << u"return tr(\"Svara\");"_s << QString();
        QTest::newRow("in tr") << u"label->setText(tr(\"Svara %1\").arg(name));"_s << QString();
        QTest::newRow("in tr over lines") << u"tr(\"Svara \"\n\"nu\")"_s << QString();
        QTest::newRow("an object name") << u"setObjectName(u\"Case pane\"_s);"_s << QString();
        QTest::newRow("a code") << u"if (code == \"not-permitted\"_L1)"_s << QString();
        QTest::newRow("a time pattern") << u"time.toString(u\"d MMMM yyyy\"_s)"_s << QString();
        QTest::newRow("joining signs") << u"setText(a + u\", \"_s + b);"_s << QString();
        QTest::newRow("a comment") << u"// setText(\"Svara nu\")\n"_s << QString();
        QTest::newRow("an include") << u"#include \"ui/Svara nu.h\"\n"_s << QString();
        QTest::newRow("a style sheet") << u"x = uR\"(QLabel { color: red of Swedes })\";"_s << QString();
        QTest::newRow("after a character") << u"a = '\"'; setText(u\"svar\"_s);"_s << u"1: svar"_s;
        QTest::newRow("after a number") << u"f(60'000, u\"Nej\"_s); g('x');"_s << u"1: Nej"_s;
    }
    void aShownLiteralIsFound()
    {
        QFETCH(QString, code);
        QFETCH(QString, found);
        QCOMPARE(shownLiterals(code).join(u'\n'), found);
    }

    void uiShowsNothingButTr()
    {
        // The only texts that are the same in every language, with the reason.
        const QStringList allowed {
            u"Mottaget"_s, // the product's name
            u"Inter"_s, // the typeface's name
            u"Enter"_s, u"Esc"_s, u"Ctrl+Enter"_s, u"Alt+1  2  3"_s, // keys, as they are printed on Swedish keyboards
        };
        const QDir root(QStringLiteral(MOTTAGET_SOURCE));
        QStringList found;
        int files = 0;
        for (QDirIterator it(root.filePath(u"ui"_s), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            ++files;
            for (const QString& literal : shownLiterals(QString::fromUtf8(file.readAll()))) {
                if (!allowed.contains(literal.section(u": "_s, 1)))
                    found.append(root.relativeFilePath(file.fileName()) + u':' + literal);
            }
        }
        QVERIFY(files > 20);
        QVERIFY2(found.isEmpty(), qPrintable(u"shown without tr():\n"_s + found.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestLiterals)
#include "tst_literals.moc"
