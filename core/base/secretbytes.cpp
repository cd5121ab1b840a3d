// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretbytes.h"

#include <sys/random.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace mottaget {

namespace {

void wipeSpan(std::span<std::byte> bytes)
{
    // explicit_bzero: a plain memset before free may be optimised away.
    if (!bytes.empty())
        explicit_bzero(bytes.data(), bytes.size());
}

} // namespace

SecretBytes SecretBytes::take(std::span<std::byte> bytes)
{
    SecretBytes secret;
    secret.m_bytes.assign(bytes.begin(), bytes.end());
    wipeSpan(bytes);
    return secret;
}

SecretBytes SecretBytes::random(std::size_t size)
{
    SecretBytes secret;
    secret.m_bytes.resize(size);
    for (std::size_t done = 0; done < size;) {
        const auto got = getrandom(secret.m_bytes.data() + done, std::min<std::size_t>(size - done, 256), 0);
        if (got <= 0)
            std::abort();
        done += static_cast<std::size_t>(got);
    }
    return secret;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

void SecretBytes::wipe()
{
    wipeSpan(m_bytes);
    m_bytes.clear();
}

} // namespace mottaget
