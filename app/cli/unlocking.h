// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/base/clock.h"
#include "core/crypto/keychain.h"
#include "core/session/keycustody.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace mottaget::cli {

//! The files open with keychain and unlock secret: everything but a demo folder.
[[nodiscard]] bool needsUnlock(const Call& call);

//! Opens the keys of a folder by the keychain and the secret of --unlock-file, one try. Lives as long as the keys are used.
class Unlocking final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Unlocking)

public:
    Unlocking(const Call& call, const Clock& clock);

    //! `done` is called once: with nothing when the keys are here, otherwise with the failure to answer.
    void begin(std::function<void(std::optional<QJsonObject>)> done);
    [[nodiscard]] session::KeyCustody& custody() { return m_custody; }

private:
    void onStatus();

    std::shared_ptr<const SecretBytes> m_secret;
    crypto::SystemKeychain m_keychain;
    session::KeyCustody m_custody;
    bool m_tried = false;
    std::function<void(std::optional<QJsonObject>)> m_done;
};

} // namespace mottaget::cli
