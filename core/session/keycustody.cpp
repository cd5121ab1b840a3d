// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/keycustody.h"

#include "core/base/onready.h"

#include <QPromise>
#include <QTimer>

#include <algorithm>

namespace mottaget::session {

using namespace custody;
using crypto::SecretError;

namespace {

//! The keychain has just answered for the device's secret; one that takes longer now does not keep anybody from work.
constexpr std::chrono::seconds anchorDeadline {5};

crypto::SharedSecret shared(SecretBytes secret)
{
    return std::make_shared<const SecretBytes>(std::move(secret));
}

std::optional<SecretError> errorOf(const std::optional<Result<void, SecretError>>& answer)
{
    if (!answer)
        return SecretError {};
    return *answer ? std::nullopt : std::optional(answer->error());
}

//! What is told of the records: the person's, or why the device's forbids to go on.
RecordRead told(const Records& records)
{
    using Code = crypto::RecordError::Code;
    RecordRead read;
    read.sealedFiles = records.sealedFiles;
    read.deviceKnown = records.device.has_value();
    if (!records.person)
        read.error = records.person.error().code;
    if (!records.device && (records.device.error().code == Code::NewerVersion || records.device.error().code == Code::Unreadable))
        read.error = records.device.error().code;
    if (records.device)
        read.backend = records.device->backend;
    if (records.person) {
        read.backend = records.person->backend;
        read.wrongTries = records.person->wrongTries;
        read.lastWrong = records.person->lastWrong;
        read.recoverable = !records.person->recoveryKey.isEmpty();
    }
    return read;
}

Derivation endOf(Failure failure)
{
    switch (failure) {
    case Failure::WrongSecret: return Derivation::WrongSecret;
    case Failure::Damaged: return Derivation::Damaged;
    case Failure::NotWritten:
    case Failure::NoRecoveryKey: return Derivation::NotWritten;
    }
    Q_UNREACHABLE();
}

} // namespace

template <typename Fn>
auto KeyCustody::onWorker(Fn fn)
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Fn>>>();
    promise->start();
    auto future = promise->future();
    m_worker.start([promise, fn = std::move(fn)]() mutable {
        promise->addResult(fn());
        promise->finish();
    });
    return future;
}

KeyCustody::KeyCustody(Options options, crypto::DeviceSecret& keychain, const Clock& clock, QObject* parent)
    : Custody(parent)
    , m_options(std::move(options))
    , m_keychain(keychain)
    , m_clock(clock)
{
    m_worker.setMaxThreadCount(1);
    connect(&m_keychain, &crypto::DeviceSecret::slow, this, [this] { happen(KeychainSlow {}); });
}

KeyCustody::~KeyCustody() = default;

void KeyCustody::begin()
{
    readRecord();
}

void KeyCustody::enrol(SecretBytes secret)
{
    if (status().phase != CustodyStatus::Phase::New)
        return;
    m_secrets = {};
    m_secrets.unlock = shared(std::move(secret));
    happen(EnrolAsked {});
}

void KeyCustody::unlock(SecretBytes secret)
{
    if (status().phase != CustodyStatus::Phase::Locked)
        return;
    m_secrets = {};
    m_secrets.unlock = shared(std::move(secret));
    happen(UnlockAsked {m_clock.now()});
}

void KeyCustody::change(SecretBytes present, SecretBytes next)
{
    if (status().phase != CustodyStatus::Phase::Unlocked)
        return;
    m_secrets = {};
    m_secrets.unlock = shared(std::move(present));
    m_secrets.next = shared(std::move(next));
    happen(ChangeAsked {m_clock.now()});
}

void KeyCustody::retry()
{
    happen(RetryAsked {});
}

void KeyCustody::lock()
{
    happen(LockAsked {});
}

void KeyCustody::happen(const Event& event)
{
    const CustodyStatus before = m_state.status;
    Step step = decide(std::move(m_state), event);
    m_state = std::move(step.state);
    for (const Effect effect : step.effects)
        act(effect);
    if (m_state.status != before)
        Q_EMIT statusChanged();
}

void KeyCustody::act(Effect effect)
{
    switch (effect) {
    case Effect::ReadRecord: readRecord(); return;
    case Effect::WriteSecret: writeSecret(); return;
    case Effect::ReadSecret: readSecret(); return;
    case Effect::AskBackend:
        onReady(m_keychain.backend(), this, [this](const std::optional<QByteArray>& name) {
            m_secrets.backend = name.value_or(QByteArray());
            happen(BackendTold {m_secrets.backend});
        });
        return;
    case Effect::Probe:
        onReady(
            m_keychain.probe(), this, [this](const std::optional<Result<void, SecretError>>& answer) { happen(Probed {errorOf(answer)}); });
        return;
    case Effect::CountTry: countTry(); return;
    case Effect::Derive: derive(); return;
    case Effect::ForgetSecrets: m_secrets = {}; return;
    case Effect::ForgetKeys: m_opened.reset(); return;
    }
    Q_UNREACHABLE();
}

void KeyCustody::readRecord()
{
    onReady(onWorker([place = m_options.place] { return readRecords(place); }), this, [this](const std::optional<Records>& records) {
        m_entry = records ? records->entry() : QByteArray();
        happen(told(records.value_or(Records())));
    });
}

void KeyCustody::writeSecret()
{
    const SecretBytes name = SecretBytes::random(16);
    m_secrets.entry = QByteArray(reinterpret_cast<const char*>(name.view().data()), qsizetype(name.size())).toHex();
    m_secrets.device = shared(SecretBytes::random(crypto::keySize));
    onReady(m_keychain.write(QString::fromLatin1(m_secrets.entry), *m_secrets.device), this,
        [this](const std::optional<Result<void, SecretError>>& answer) { happen(SecretWritten {errorOf(answer)}); });
}

void KeyCustody::readSecret()
{
    if (m_secrets.entry.isEmpty())
        m_secrets.entry = m_entry;
    onReady(m_keychain.read(QString::fromLatin1(m_secrets.entry)), this,
        [this](const std::optional<Result<crypto::SharedSecret, SecretError>>& answer) {
            if (answer && *answer)
                happen(accept(**answer));
            else
                happen(SecretRead {answer ? answer->error() : SecretError {}});
        });
}

//! An entry of another size is not ours, and one that was just written must come back as it was.
SecretRead KeyCustody::accept(const crypto::SharedSecret& read)
{
    const bool fits =
        read && read->size() == crypto::keySize && (!m_secrets.device || std::ranges::equal(read->view(), m_secrets.device->view()));
    if (!fits)
        return {SecretError {}};
    m_secrets.device = read;
    return {};
}

void KeyCustody::countTry()
{
    onReady(onWorker([place = m_options.place, now = m_clock.now()] { return custody::countTry(place, now); }), this,
        [this](const std::optional<bool>& /*counted*/) { happen(TryCounted {}); });
}

void KeyCustody::derive()
{
    const bool isNew = status().work == CustodyStatus::Work::Enrolling;
    const auto work = [isNew, options = m_options, secrets = m_secrets, now = m_clock.now()] {
        return isNew ? custody::enrol(options.place, secrets, options.terms, now)
                     : custody::unlock(options.place, secrets, options.terms, now);
    };
    onReady(onWorker(work), this, [this](const std::optional<Result<Opened, Failure>>& opened) {
        Derived derived {Derivation::NotWritten, m_clock.now(), false, false};
        if (opened && *opened) {
            m_opened = **opened;
            m_entry = m_opened->records.entry();
            derived.end = Derivation::Done;
            derived.recoverable = !m_opened->records.person->recoveryKey.isEmpty();
            derived.logSetAside = m_opened->logSetAside;
        } else if (opened) {
            derived.end = endOf(opened->error());
        }
        happen(derived);
    });
}

template <typename Fn>
QFuture<Result<SharedKeys, Failure>> KeyCustody::changeKeys(Fn fn)
{
    auto promise = std::make_shared<QPromise<Result<SharedKeys, Failure>>>();
    promise->start();
    auto future = promise->future();
    if (!m_opened)
        return future; // cancelled with the promise
    onReady(onWorker([fn = std::move(fn), opened = *m_opened] { return fn(opened); }), this,
        [this, promise](const std::optional<Result<Opened, Failure>>& changed) {
            if (!changed || !m_opened)
                return;
            if (*changed)
                m_opened = **changed;
            promise->addResult(*changed ? Result<SharedKeys, Failure>((**changed).keys) : failed(changed->error()));
            promise->finish();
        });
    return future;
}

QFuture<Result<SharedKeys, Failure>> KeyCustody::addNextKey(crypto::FileKind kind)
{
    return changeKeys(
        [=, options = m_options](const Opened& opened) { return custody::addNextKey(options.place, opened, kind, options.terms); });
}

QFuture<Result<SharedKeys, Failure>> KeyCustody::dropKey(crypto::FileKind kind, quint32 epoch)
{
    return changeKeys([=, place = m_options.place](const Opened& opened) { return custody::dropKey(place, opened, kind, epoch); });
}

QFuture<Result<SharedKeys, Failure>> KeyCustody::rotate(bool everyFile)
{
    return changeKeys(
        [=, options = m_options](const Opened& opened) { return custody::rotateFiles(options.place, opened, options.terms, everyFile); });
}

QString KeyCustody::anchorEntry(crypto::FileKind kind) const
{
    const QByteArray whose = kind == crypto::FileKind::Log ? QByteArray("device") : m_options.place.subject();
    return QString::fromLatin1(m_entry + '-' + whose + '-' + crypto::codeOf(kind).toByteArray());
}

QFuture<crypto::Anchors> KeyCustody::anchors()
{
    struct Reading {
        QPromise<crypto::Anchors> promise;
        crypto::Anchors found;
        std::size_t missing = crypto::anchoredFiles.size();
        void settle()
        {
            if (promise.future().isFinished())
                return;
            promise.addResult(found);
            promise.finish();
        }
    };
    auto reading = std::make_shared<Reading>();
    reading->promise.start();
    for (const crypto::FileKind kind : crypto::anchoredFiles) {
        onReady(m_keychain.read(anchorEntry(kind)), this,
            [reading, kind](const std::optional<Result<crypto::SharedSecret, SecretError>>& answer) {
                if (answer && *answer) {
                    const auto bytes = (**answer)->view();
                    const QByteArray text(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
                    if (const auto anchor = crypto::parseAnchor(text); anchor && anchor->kind == kind)
                        reading->found.push_back(*anchor);
                }
                if (--reading->missing == 0)
                    reading->settle();
            });
    }
    QTimer::singleShot(anchorDeadline, this, [reading] { reading->settle(); });
    return reading->promise.future();
}

QFuture<bool> KeyCustody::keep(crypto::Anchors anchors, std::vector<SealedMessages> sealed)
{
    struct Keeping {
        QPromise<bool> promise;
        std::size_t left = 0;
        bool all = true;
    };
    auto keeping = std::make_shared<Keeping>();
    keeping->left = anchors.size() + 1;
    keeping->promise.start();
    const auto oneDone = [keeping](bool well) {
        keeping->all = keeping->all && well;
        if (--keeping->left > 0)
            return;
        keeping->promise.addResult(keeping->all);
        keeping->promise.finish();
    };
    for (const crypto::Anchor& anchor : anchors) {
        QByteArray text = crypto::printAnchor(anchor);
        const SecretBytes bytes = SecretBytes::take(std::as_writable_bytes(std::span(text.data(), std::size_t(text.size()))));
        onReady(m_keychain.write(anchorEntry(anchor.kind), bytes), this,
            [oneDone](const std::optional<Result<void, SecretError>>& written) { oneDone(written && *written); });
    }
    onReady(onWorker([sealed = std::move(sealed), place = m_options.place] { return custody::addSealed(place, sealed); }), this,
        [oneDone](const std::optional<bool>& added) { oneDone(added.value_or(false)); });
    return keeping->promise.future();
}

} // namespace mottaget::session
