// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/generator.h"

#include "app/demo/staff.h"

namespace mottaget::demo {

void generate(ResourceStore& store, const Origin& origin)
{
    const qint64 longAgo = origin.now - qint64 {90} * 86'400'000;
    store.commit(unitResources(), longAgo, longAgo);
}

} // namespace mottaget::demo
