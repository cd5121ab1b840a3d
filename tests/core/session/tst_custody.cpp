// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custody.h"

#include <QTest>

using namespace mottaget;
using namespace mottaget::session;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.view().data()), qsizetype(secret.size())};
}

} // namespace

class CustodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesSecrets_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("problem"); // -1 = none
        const auto row = [](const char* name, const QString& secret, std::optional<UnlockProblem> problem) {
            QTest::newRow(name) << secret << (problem ? int(*problem) : -1);
        };
        row("empty", u""_s, UnlockProblem::ShortPin);
        row("five digits", u"13579"_s, UnlockProblem::ShortPin);
        row("six digits", u"135798"_s, std::nullopt);
        row("one digit", u"777777"_s, UnlockProblem::Simple);
        row("upwards", u"123456"_s, UnlockProblem::Simple);
        row("downwards", u"987654"_s, UnlockProblem::Simple);
        row("upwards and on", u"12345678"_s, UnlockProblem::Simple);
        row("nearly upwards", u"123457"_s, std::nullopt);
        row("letters, eleven", u"hejsanallab"_s, UnlockProblem::ShortPassphrase);
        row("letters, twelve", u"hejsan allab"_s, std::nullopt);
        row("other digits are letters", u"٠١٢٣٤٥"_s, UnlockProblem::ShortPassphrase);
        row("eleven letters typed as twelve", QStringLiteral("hejsanallao\u0308"), UnlockProblem::ShortPassphrase);
        row("pictures count once", QStringLiteral("\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"),
            UnlockProblem::ShortPassphrase);
    }
    void judgesSecrets()
    {
        QFETCH(QString, secret);
        const auto problem = judgeUnlockSecret(secret, {});
        QTEST(problem ? int(*problem) : -1, "problem");
    }

    void policyMayAskForMore()
    {
        const UnlockPolicy strict {8, 20};
        QCOMPARE(judgeUnlockSecret(u"1357986"_s, strict), UnlockProblem::ShortPin);
        QCOMPARE(judgeUnlockSecret(u"hejsan allihopa"_s, strict), UnlockProblem::ShortPassphrase);
    }

    void theKeyboardDoesNotMatter()
    {
        QCOMPARE(bytesOf(unlockBytes(QStringLiteral("o\u0308"))), QByteArray("\xc3\xb6"));
        QCOMPARE(bytesOf(unlockBytes(QStringLiteral("\u00f6"))), QByteArray("\xc3\xb6"));
    }
};

QTEST_APPLESS_MAIN(CustodyTest)
#include "tst_custody.moc"
