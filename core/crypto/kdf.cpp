// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/kdf.h"

#include <QByteArray>

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

namespace mottaget::crypto {

namespace {

std::chrono::nanoseconds threadTime()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

bool isAcceptable(const KdfParameters& parameters)
{
    return parameters.logN >= kdfFloor.logN && parameters.logN <= kdfCeiling.logN && parameters.r == kdfFloor.r
        && parameters.p >= kdfFloor.p && parameters.p <= kdfCeiling.p;
}

SecretBytes deriveKey(const SecretBytes& unlockSecret, QByteArrayView salt, const KdfParameters& parameters)
{
    Q_ASSERT(isAcceptable(parameters));
    const auto n = quint64(1) << parameters.logN;
    const auto r = static_cast<quint64>(parameters.r);
    const auto p = static_cast<quint64>(parameters.p);
    const quint64 memory = 128 * r * (n + p + 2) + 1024 * 1024;
    const std::span<const std::byte> secret = unlockSecret.view();
    std::array<std::byte, kdfKeySize> key {};
    const int done =
        EVP_PBE_scrypt(reinterpret_cast<const char*>(secret.data()), secret.size(), reinterpret_cast<const unsigned char*>(salt.data()),
            static_cast<size_t>(salt.size()), n, r, p, memory, reinterpret_cast<unsigned char*>(key.data()), key.size());
    if (done != 1)
        std::abort(); // no memory: no key is better than a wrong one
    return SecretBytes::take(key);
}

std::chrono::nanoseconds measureKdf(const KdfParameters& parameters)
{
    const QByteArray salt(kdfSaltSize, 's');
    std::array<std::byte, 6> pin {};
    const SecretBytes secret = SecretBytes::take(pin);
    auto best = std::chrono::nanoseconds::max();
    for (int run = 0; run < 2; ++run) {
        const auto began = threadTime();
        [[maybe_unused]] const SecretBytes key = deriveKey(secret, salt, parameters);
        best = std::min(best, threadTime() - began);
    }
    return best;
}

KdfParameters calibrateKdf(std::chrono::nanoseconds goal, const std::function<std::chrono::nanoseconds(const KdfParameters&)>& measure)
{
    KdfParameters parameters = kdfFloor;
    while (measure(parameters) < goal) {
        if (parameters.logN < kdfCeiling.logN)
            ++parameters.logN;
        else if (parameters.p < kdfCeiling.p)
            ++parameters.p;
        else
            break;
    }
    return parameters;
}

} // namespace mottaget::crypto
