// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keychain.h"

#include <QHash>
#include <QPromise>

#include <functional>
#include <utility>

namespace mottaget::session {

//! A keychain in memory that can be in each of the states real ones were seen in, lies included: locked, it says that nothing is there.
//! Answers in a later turn of the event loop.
class MemoryKeychain final : public crypto::DeviceSecret {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryKeychain)

public:
    enum class Mode {
        Works,
        Slow, //!< works, after it has kept waiting
        Absent,
        Locked,
        Refuses,
        Silent, //!< keeps waiting and never answers
        Odd,
    };
    MemoryKeychain() = default;

    Mode mode = Mode::Works;
    QByteArray name = "gnome-keyring";
    QHash<QString, QByteArray> entries;
    int writes = 0; //!< of entries that stay

    crypto::SecretAnswer<crypto::SharedSecret> read(const QString& entry) override
    {
        using Read = Result<crypto::SharedSecret, crypto::SecretError>;
        return later<Read>([this, entry]() -> Read {
            if (mode == Mode::Locked || (mode == Mode::Works && !entries.contains(entry)))
                return failed(crypto::SecretError {Code::NotFound, {}});
            if (const auto error = trouble())
                return failed(*error);
            QByteArray bytes = entries.value(entry);
            return std::make_shared<const SecretBytes>(
                SecretBytes::take(std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())))));
        });
    }
    crypto::SecretAnswer<void> write(const QString& entry, const SecretBytes& secret) override
    {
        const QByteArray bytes(reinterpret_cast<const char*>(secret.view().data()), qsizetype(secret.size()));
        return later<Done>([this, entry, bytes] {
            if (const auto error = trouble())
                return Done(failed(*error));
            ++writes;
            entries.insert(entry, bytes);
            return Done();
        });
    }
    crypto::SecretAnswer<void> remove(const QString& entry) override
    {
        return later<Done>([this, entry] {
            if (const auto error = trouble())
                return Done(failed(*error));
            entries.remove(entry);
            return Done();
        });
    }
    crypto::SecretAnswer<void> probe() override { return remove({}); }
    QFuture<QByteArray> backend() override
    {
        return later<QByteArray>([this] { return mode == Mode::Absent ? QByteArray() : name; });
    }

private:
    using Code = crypto::SecretError::Code;
    using Done = Result<void, crypto::SecretError>;

    [[nodiscard]] std::optional<crypto::SecretError> trouble() const
    {
        switch (mode) {
        case Mode::Works:
        case Mode::Slow: return std::nullopt;
        case Mode::Absent: return crypto::SecretError {Code::NoKeychain, {}};
        case Mode::Locked: return crypto::SecretError {Code::Locked, {}};
        case Mode::Refuses: return crypto::SecretError {Code::Refused, {}};
        case Mode::Silent: return crypto::SecretError {Code::NoAnswer, {}};
        case Mode::Odd: return crypto::SecretError {Code::Failed, QStringLiteral("odd")};
        }
        Q_UNREACHABLE();
    }

    template <typename T>
    QFuture<T> later(std::function<T()> answer)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QMetaObject::invokeMethod(
            this,
            [this, promise, answer = std::move(answer)] {
                if (mode == Mode::Silent || mode == Mode::Slow)
                    Q_EMIT slow();
                promise->addResult(answer());
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }
};

} // namespace mottaget::session
