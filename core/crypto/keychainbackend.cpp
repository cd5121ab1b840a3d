// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keychainbackend.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QFile>
#include <QPromise>
#include <QThread>
#include <QThreadPool>

#include <memory>

namespace mottaget::crypto {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 3000;

QVariant ask(const QDBusConnection& bus, QDBusMessage question, const QVariant& argument)
{
    question << argument;
    question.setAutoStartService(false);
    const QDBusMessage answer = bus.call(question, QDBus::Block, patienceMs);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0) : QVariant();
}

QVariant askBus(const QDBusConnection& bus, const QString& method, const QString& name)
{
    return ask(bus, QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, method), name);
}

KeychainService lookNow()
{
    // A connection of its own, for this look: the shared one would stay dead after the bus was restarted.
    const QString name = u"mottaget-keychain-"_s + QString::number(quintptr(QThread::currentThreadId()), 16);
    KeychainService found;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
        for (const QString& service : {u"org.freedesktop.secrets"_s, u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s}) {
            const QVariant process = bus.isConnected() ? askBus(bus, u"GetConnectionUnixProcessID"_s, service) : QVariant();
            if (!process.isValid())
                continue;
            QFile comm(u"/proc/%1/comm"_s.arg(process.toUInt()));
            found.name = backendOfProcess(comm.open(QIODevice::ReadOnly) ? comm.readAll().trimmed() : QByteArray());
            break;
        }
        if (!found.name.isEmpty()) {
            const auto question = QDBusMessage::createMethodCall(
                u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
            const QString keyring = ask(bus, question, u"default"_s).value<QDBusObjectPath>().path();
            found.hasKeyring = keyring.size() > 1 || found.name == "kwallet"; // "/" is the answer for none
        }
    }
    QDBusConnection::disconnectFromBus(name);
    return found;
}

} // namespace

QByteArray backendOfProcess(QByteArray process)
{
    if (process.startsWith("gnome-keyring-d"))
        return "gnome-keyring";
    if (process.startsWith("kwalletd") || process.startsWith("ksecretd"))
        return "kwallet";
    process = process.toLower();
    process.removeIf([](char c) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || QByteArrayView("-._").contains(c);
        return !kept;
    });
    return process.isEmpty() ? QByteArray("secret-service") : process.left(64);
}

QFuture<KeychainService> findKeychainService()
{
    auto promise = std::make_shared<QPromise<KeychainService>>();
    promise->start();
    QFuture<KeychainService> future = promise->future();
    QThreadPool::globalInstance()->start([promise] {
        promise->addResult(lookNow());
        promise->finish();
    });
    return future;
}

} // namespace mottaget::crypto
