// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the keychain of its session bus and prints each answer: keychainprobe SLOW-MS DEADLINE-MS QUESTION...
// with questions read:ENTRY, write:ENTRY:TEXT, remove:ENTRY, probe, backend. A process for itself, because libsecret keeps its bus for life.
// keychainprobe silent keeps the name org.freedesktop.secrets and answers nothing; keychainprobe refusing MS answers everything with
// "is locked", that much later: as a service does whose prompt was dismissed.
#include "core/base/onready.h"
#include "core/crypto/keychain.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QTextStream>
#include <QTimer>

using namespace mottaget;
using namespace mottaget::crypto;
using namespace Qt::StringLiterals;

namespace {

const char* wordOf(SecretError::Code code)
{
    using enum SecretError::Code;
    switch (code) {
    case NoKeychain: return "NoKeychain";
    case Locked: return "Locked";
    case Refused: return "Refused";
    case NotFound: return "NotFound";
    case NoAnswer: return "NoAnswer";
    case Failed: return "Failed";
    }
    Q_UNREACHABLE();
}

void say(const QString& line)
{
    QTextStream(stdout) << line << Qt::endl;
}

class Asker final : public QObject {
    Q_OBJECT

public:
    Asker(KeychainTimes times, QStringList questions) : m_keychain(times), m_questions(std::move(questions))
    {
        connect(&m_keychain, &DeviceSecret::slow, this, [] { say(u"slow"_s); });
    }

    void next()
    {
        if (m_questions.isEmpty()) {
            QCoreApplication::quit();
            return;
        }
        const QStringList words = m_questions.takeFirst().split(u':');
        if (words[0] == "read"_L1) {
            onReady(m_keychain.read(words[1]), this, [this](const std::optional<Result<SharedSecret, SecretError>>& answer) {
                const auto shown = [](const SharedSecret& secret) {
                    return QString::fromUtf8(reinterpret_cast<const char*>(secret->view().data()), qsizetype(secret->size()));
                };
                told(answer, answer && *answer ? shown(**answer) : QString());
            });
        } else if (words[0] == "backend"_L1) {
            onReady(m_keychain.backend(), this, [this](const std::optional<QByteArray>& name) {
                say(u"backend "_s + QString::fromLatin1(name.value_or("cancelled")));
                next();
            });
        } else {
            QByteArray text = words.value(2).toUtf8();
            const SecretBytes secret = SecretBytes::take(std::as_writable_bytes(std::span(text.data(), std::size_t(text.size()))));
            const auto answer = words[0] == "write"_L1 ? m_keychain.write(words[1], secret)
                : words[0] == "remove"_L1              ? m_keychain.remove(words[1])
                                                       : m_keychain.probe();
            onReady(answer, this, [this](const std::optional<Result<void, SecretError>>& told) { this->told(told, u"done"_s); });
        }
    }

private:
    template <typename T>
    void told(const std::optional<Result<T, SecretError>>& answer, const QString& good)
    {
        if (answer && !*answer)
            QTextStream(stderr) << answer->error().detail << Qt::endl;
        say(!answer ? u"cancelled"_s : *answer ? good : QString::fromLatin1(wordOf(answer->error().code)));
        next();
    }

    SystemKeychain m_keychain;
    QStringList m_questions;
};

class Stand final : public QDBusVirtualObject {
public:
    std::optional<int> refusesAfter; //!< ms; never when absent

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override
    {
        message.setDelayedReply(true);
        if (refusesAfter)
            QTimer::singleShot(*refusesAfter, this,
                [message, bus] { bus.send(message.createErrorReply(u"org.freedesktop.Secret.Error.IsLocked"_s, u"dismissed"_s)); });
        return true;
    }
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments().sliced(1);
    Stand stand;
    if (words.value(0) == "silent"_L1 || words.value(0) == "refusing"_L1) {
        if (words.size() == 2)
            stand.refusesAfter = words[1].toInt();
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.registerVirtualObject(u"/"_s, &stand, QDBusConnection::SubPath) || !bus.registerService(u"org.freedesktop.secrets"_s))
            return 1;
        say(words[0]);
        return QCoreApplication::exec();
    }
    Asker asker({std::chrono::milliseconds(words.value(0).toInt()), std::chrono::milliseconds(words.value(1).toInt())}, words.sliced(2));
    QMetaObject::invokeMethod(&asker, &Asker::next, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

#include "keychainprobe.moc"
