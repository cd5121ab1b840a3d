// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keychain.h"

#include "core/base/onready.h"
#include "core/crypto/busdeath.h"
#include "core/crypto/keychainbackend.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>

namespace mottaget::crypto {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto service = "se.mottaget.Mottaget"_L1;
constexpr auto probeEntry = "probe"_L1;
//! libsecret gives up on a service that never answers after its own 25 to 50 s, as an error like any other.
constexpr auto theirTimeout = 20s;

using Code = SecretError::Code;
using Settle = std::function<void(Result<SharedSecret, SecretError>)>;

QByteArray bytesOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.view().data()), static_cast<qsizetype>(secret.size())};
}

SharedSecret secretOf(QByteArray bytes)
{
    // The job's own copy is out of reach; ours is wiped by take().
    return std::make_shared<const SecretBytes>(
        SecretBytes::take(std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())))));
}

//! One job beside our timers. Lives until the job has ended or time is up, then settles once; the job ends by itself, whenever it does.
class Call final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Call)

public:
    Call(DeviceSecret& owner, const KeychainTimes& times, Settle settle) : QObject(&owner), m_settle(std::move(settle))
    {
        m_since.start();
        m_slow.setSingleShot(true);
        m_deadline.setSingleShot(true);
        connect(&m_slow, &QTimer::timeout, &owner, &DeviceSecret::slow);
        connect(&m_slow, &QTimer::timeout, this, [this] { m_wasSlow = true; });
        connect(&m_deadline, &QTimer::timeout, this, [this] { end(failed(SecretError {Code::NoAnswer, {}})); });
        m_slow.start(times.slow);
        m_deadline.start(times.deadline);
    }

    void begin(QKeychain::Job* job)
    {
        connect(job, &QKeychain::Job::finished, this, &Call::onFinished);
        job->setInsecureFallback(false);
        surviveBusDeath();
        job->start();
    }

private:
    void onFinished(QKeychain::Job* job)
    {
        const QString detail = job->errorString();
        switch (job->error()) {
        case QKeychain::NoError: {
            auto* const reading = qobject_cast<QKeychain::ReadPasswordJob*>(job);
            end(reading ? secretOf(reading->binaryData()) : SharedSecret());
            return;
        }
        case QKeychain::EntryNotFound: end(failed(SecretError {Code::NotFound, detail})); return;
        case QKeychain::AccessDeniedByUser: end(failed(SecretError {Code::Refused, detail})); return;
        case QKeychain::AccessDenied:
            // The same word for a keyring that nobody could be asked to open and for one whose prompt was dismissed: only a prompt takes time.
            end(failed(SecretError {m_wasSlow ? Code::Refused : Code::Locked, detail}));
            return;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented: end(failed(SecretError {Code::NoKeychain, detail})); return;
        case QKeychain::CouldNotDeleteEntry: end(failed(SecretError {Code::Failed, detail})); return;
        case QKeychain::OtherError: explain(detail); return;
        }
        end(failed(SecretError {Code::Failed, detail}));
    }

    //! "Other" is what libsecret's many ways to be absent come out as, in the language of the desktop: so the bus is asked instead.
    void explain(const QString& detail)
    {
        if (m_since.hasExpired(std::chrono::milliseconds(theirTimeout).count())) {
            end(failed(SecretError {Code::NoAnswer, detail}));
            return;
        }
        onReady(findKeychainService(), this, [this, detail](const std::optional<KeychainService>& found) {
            const bool there = found && !found->name.isEmpty() && found->hasKeyring;
            end(failed(SecretError {there ? Code::Failed : Code::NoKeychain, detail}));
        });
    }

    void end(Result<SharedSecret, SecretError> result)
    {
        if (!m_settle)
            return;
        m_slow.stop();
        m_deadline.stop();
        std::exchange(m_settle, nullptr)(std::move(result));
        deleteLater();
    }

    Settle m_settle;
    QElapsedTimer m_since;
    QTimer m_slow;
    QTimer m_deadline;
    bool m_wasSlow = false;
};

template <typename T>
struct Asked {
    SecretAnswer<T> answer;
    Settle settle;
};

//! A future, and what settles it. A promise that is dropped unsettled cancels its future.
template <typename T>
Asked<T> question()
{
    auto promise = std::make_shared<QPromise<Result<T, SecretError>>>();
    promise->start();
    return {promise->future(), [promise](Result<SharedSecret, SecretError> result) {
                if constexpr (std::is_void_v<T>)
                    promise->addResult(result ? Result<T, SecretError>() : Result<T, SecretError>(failed(result.error())));
                else
                    promise->addResult(std::move(result));
                promise->finish();
            }};
}

QKeychain::WritePasswordJob* writing(const QString& entry, const QByteArray& bytes)
{
    auto* const job = new QKeychain::WritePasswordJob(service);
    job->setKey(entry);
    job->setBinaryData(bytes);
    return job;
}

QKeychain::DeletePasswordJob* removing(const QString& entry)
{
    auto* const job = new QKeychain::DeletePasswordJob(service);
    job->setKey(entry);
    return job;
}

} // namespace

SystemKeychain::SystemKeychain(KeychainTimes times, QObject* parent) : DeviceSecret(parent), m_times(times) {}
SystemKeychain::~SystemKeychain() = default;

SecretAnswer<SharedSecret> SystemKeychain::read(const QString& entry)
{
    auto asked = question<SharedSecret>();
    auto* const job = new QKeychain::ReadPasswordJob(service);
    job->setKey(entry);
    (new Call(*this, m_times, std::move(asked.settle)))->begin(job);
    return asked.answer;
}

SecretAnswer<void> SystemKeychain::write(const QString& entry, const SecretBytes& secret)
{
    auto asked = question<void>();
    (new Call(*this, m_times, std::move(asked.settle)))->begin(writing(entry, bytesOf(secret)));
    return asked.answer;
}

SecretAnswer<void> SystemKeychain::remove(const QString& entry)
{
    // Overwritten first: what a keyring calls removed may stay in its file.
    auto asked = question<void>();
    (new Call(*this, m_times, [this, entry, settle = std::move(asked.settle)](Result<SharedSecret, SecretError> overwritten) {
        if (!overwritten)
            settle(std::move(overwritten));
        else
            (new Call(*this, m_times, settle))->begin(removing(entry));
    }))->begin(writing(entry, QByteArray(qsizetype(32), '\0')));
    return asked.answer;
}

SecretAnswer<void> SystemKeychain::probe()
{
    return remove(probeEntry);
}

QFuture<QByteArray> SystemKeychain::backend()
{
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    onReady(findKeychainService(), this, [promise](const std::optional<KeychainService>& found) {
        promise->addResult(found ? found->name : QByteArray());
        promise->finish();
    });
    return promise->future();
}

} // namespace mottaget::crypto

#include "keychain.moc"
