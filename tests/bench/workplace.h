// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/setup.h"
#include "core/store/stores.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace mottaget::bench {

//! A demo region of `cases` cases and a data folder, for one run of the bench.
class Workplace final {
public:
    bool start(int cases);
    ~Workplace();
    [[nodiscard]] session::Setup setup() const;
    //! Fetches everything into the data folder; false when the region does not hold what it should.
    bool fillCache();
    //! The cache's file, with the folder's own keys; null when it does not open. Nobody else may have it open.
    [[nodiscard]] std::unique_ptr<store::Database> openCache() const;
    //! The folder of the person within the data folder.
    [[nodiscard]] QString personFolder() const;
    //! Those of its FHIR side, as the region counts them; 0 when it does not say.
    //! What the region does wrong from now on, in the words of its --faults; false when it did not take it.
    [[nodiscard]] bool misbehave(const QByteArray& faults) const;
    [[nodiscard]] int requestsSoFar() const;
    [[nodiscard]] double fetchSeconds() const { return m_fetchSeconds; }

private:
    QTemporaryDir m_dir;
    QProcess m_region;
    QUrl m_url;
    int m_cases = 0;
    double m_fetchSeconds = 0;
};

//! A cache under these keys; null when it does not open.
[[nodiscard]] std::unique_ptr<store::Database> openCacheWith(const store::StoreKeys& keys, const QString& path);

} // namespace mottaget::bench
