// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/setup.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace mottaget::bench {

//! A demo region of `cases` cases and a data folder, for one run of the bench.
class Workplace final {
public:
    bool start(int cases);
    ~Workplace();
    [[nodiscard]] session::Setup setup() const;
    //! Fetches everything into the data folder; false when the region does not hold what it should.
    bool fillCache();
    //! The folder of the person within the data folder.
    [[nodiscard]] QString personFolder() const;
    [[nodiscard]] double fetchSeconds() const { return m_fetchSeconds; }

private:
    QTemporaryDir m_dir;
    QProcess m_region;
    QUrl m_url;
    int m_cases = 0;
    double m_fetchSeconds = 0;
};

} // namespace mottaget::bench
