// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mottaget {

//! Key material. Move-only, wiped when it goes away or is moved from; never a QString, never printed, never copied out.
//! Not thread-safe; one owner at a time.
class SecretBytes final {
public:
    SecretBytes() = default;
    //! Takes the bytes over and wipes the caller's buffer.
    static SecretBytes take(std::span<std::byte> bytes);
    //! `size` bytes from the operating system's random source (getrandom). Aborts if there is none: no key is better than a weak one.
    static SecretBytes random(std::size_t size);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    [[nodiscard]] std::span<const std::byte> view() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    void wipe();

private:
    std::vector<std::byte> m_bytes;
};

} // namespace mottaget
