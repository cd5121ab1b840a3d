// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/draftrhythm.h"

#include <algorithm>

namespace mottaget::ui {

void DraftRhythm::keyPressed(Time now)
{
    if (!m_firstKey)
        m_firstKey = now;
    m_lastKey = now;
}

void DraftRhythm::saved()
{
    m_firstKey.reset();
}

std::optional<DraftRhythm::Time> DraftRhythm::wait(Time now) const
{
    if (!m_firstKey)
        return std::nullopt;
    const Time due = std::min(m_lastKey + afterLastKey, *m_firstKey + whileTyping);
    return std::max(due - now, Time {0});
}

} // namespace mottaget::ui
