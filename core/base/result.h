// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <utility>

namespace mottaget {

//! A value or the reason why there is none. Errors are enums with context; only ui turns them into sentences.
//! tl::expected because C++20 of GCC 12 has no std::expected, and C++23's there lacks and_then and transform.
template <typename T, typename E>
using Result = tl::expected<T, E>;

//! Makes the failed side of a Result: `return failed(StoreError::Corrupt);`
template <typename E>
[[nodiscard]] constexpr auto failed(E&& error)
{
    return tl::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

} // namespace mottaget
