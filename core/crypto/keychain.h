// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace mottaget::crypto {

//! What went wrong with one question to the keychain. `detail` is the keychain's own word, for the IT colleague; it holds no secret.
struct SecretError {
    enum class Code {
        NoKeychain, //!< no session bus, nobody on it who keeps secrets, or no keyring there that could take one
        Locked,     //!< it would not open the keyring by itself
        Refused,    //!< somebody was asked, and said no
        NotFound,   //!< no such entry; a locked keyring of gnome-keyring says the same (probe() tells them apart)
        NoAnswer,   //!< nothing came until the deadline
        Failed,     //!< anything else
    };
    Code code = Code::Failed;
    QString detail;
    friend bool operator==(const SecretError&, const SecretError&) = default;
};

//! Shared, because a future hands out copies; the bytes go when the last holder does.
using SharedSecret = std::shared_ptr<const SecretBytes>;

template <typename T>
using SecretAnswer = QFuture<Result<T, SecretError>>;

//! Where this OS account keeps a secret of the device: the system's keychain. Asynchronous throughout: called on its own thread (the GUI
//! thread), returns at once, and every answer settles exactly once, within the deadline; when this object goes away first it is cancelled.
//! Entries are named by ids that say nothing. A read that finds nothing never means "new here" (how keychains behave:
//! docs/key-record.md).
class DeviceSecret : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual SecretAnswer<SharedSecret> read(const QString& entry) = 0;
    virtual SecretAnswer<void> write(const QString& entry, const SecretBytes& secret) = 0;
    //! Overwrites and removes. An answer without error is no proof: a locked gnome-keyring says so and keeps the entry.
    virtual SecretAnswer<void> remove(const QString& entry) = 0;
    //! Can an entry be written now? Writes one of no meaning and removes it.
    virtual SecretAnswer<void> probe() = 0;
    //! Who keeps the secrets: "gnome-keyring", "kwallet" ...; empty when nobody does. Ask after another call, which starts the service.
    virtual QFuture<QByteArray> backend() = 0;

Q_SIGNALS:
    //! A question has been open for 2 s: somebody may have to answer a prompt, or the service hangs.
    void slow();
};

struct KeychainTimes {
    std::chrono::milliseconds slow {2000};
    std::chrono::milliseconds deadline {60000};
};

//! The system's keychain by QtKeychain (libsecret or KWallet on Linux). Its jobs have no time limit of their own and run one after the
//! other, so each has our timers beside it.
class SystemKeychain final : public DeviceSecret {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemKeychain)

public:
    explicit SystemKeychain(KeychainTimes times = {}, QObject* parent = nullptr);
    ~SystemKeychain() override;

    SecretAnswer<SharedSecret> read(const QString& entry) override;
    SecretAnswer<void> write(const QString& entry, const SecretBytes& secret) override;
    SecretAnswer<void> remove(const QString& entry) override;
    SecretAnswer<void> probe() override;
    QFuture<QByteArray> backend() override;

private:
    KeychainTimes m_times;
};

} // namespace mottaget::crypto
