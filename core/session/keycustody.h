// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/custodymachine.h"
#include "core/session/custodyrecords.h"
#include "core/session/fileledger.h"

#include <QThreadPool>

namespace mottaget::session {

//! Custody by keychain and unlock secret: carries out what the machine decides. Keys are derived and records kept on a worker thread, the
//! keychain is asked on the GUI thread and answers there. Owns the keys while Unlocked.
class KeyCustody final : public Custody, public FileLedger {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCustody)

public:
    struct Options {
        custody::Place place;
        UnlockPolicy policy;
        custody::Terms terms;
    };

    //! `keychain` and `clock` outlive this.
    KeyCustody(Options options, crypto::DeviceSecret& keychain, const Clock& clock, QObject* parent = nullptr);
    ~KeyCustody() override;

    //! Reads the record; nothing happens before.
    void begin();
    //! The person's three keys and the log's while Unlocked (and while the unlock secret is being changed); null otherwise. Whoever keeps
    //! a copy keeps the keys: the session drops its own when it closes.
    [[nodiscard]] custody::SharedKeys keys() const { return m_opened ? m_opened->keys : nullptr; }

    //! Moving a file to a new key, first and last step (custodyrecords.h): the keys as they stand then; keys() gives the same. Only while
    //! Unlocked; a lock meanwhile cancels the answer, and the next unlock finds both keys.
    [[nodiscard]] QFuture<Result<custody::SharedKeys, custody::Failure>> addNextKey(crypto::FileKind kind);
    [[nodiscard]] QFuture<Result<custody::SharedKeys, custody::Failure>> dropKey(crypto::FileKind kind, quint32 epoch);

    //! Moves to new keys the files that are due: those whose move was cut short, those whose key has sealed all it may, and with
    //! `everyFile` all. The cache is forgotten with its key. Only while Unlocked, before the files are opened; when it fails, they still
    //! open with the keys they have.
    [[nodiscard]] QFuture<Result<custody::SharedKeys, custody::Failure>> rotate(bool everyFile);

    //! Anchors in the keychain, one entry for each file; sealed messages in the key records.
    QFuture<crypto::Anchors> anchors() override;
    QFuture<bool> keep(crypto::Anchors anchors, std::vector<SealedMessages> sealed) override;

    [[nodiscard]] const CustodyStatus& status() const override { return m_state.status; }
    [[nodiscard]] UnlockPolicy policy() const override { return m_options.policy; }
    void enrol(SecretBytes secret) override;
    void unlock(SecretBytes secret) override;
    void change(SecretBytes present, SecretBytes next) override;
    void retry() override;
    void lock() override;

private:
    void happen(const custody::Event& event);
    void act(custody::Effect effect);
    void readRecord();
    void writeSecret();
    void readSecret();
    void countTry();
    void derive();
    template <typename Fn>
    [[nodiscard]] QFuture<Result<custody::SharedKeys, custody::Failure>> changeKeys(Fn fn);
    [[nodiscard]] custody::SecretRead accept(const crypto::SharedSecret& read);
    template <typename Fn>
    [[nodiscard]] auto onWorker(Fn fn);
    [[nodiscard]] QString anchorEntry(crypto::FileKind kind) const;

    Options m_options;
    crypto::DeviceSecret& m_keychain;
    const Clock& m_clock;
    custody::State m_state;
    QByteArray m_entry; //!< of the records as last read
    custody::Secrets m_secrets;
    std::optional<custody::Opened> m_opened;
    QThreadPool m_worker; // last: its end waits for what runs
};

} // namespace mottaget::session
