// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/care/ids.h"
#include "core/net/httpclient.h"
#include "core/store/storethread.h"
#include "core/sync/engine.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace mottaget::sync {

//! Runs the engine in the real world: its requests over HTTP, its file work on the store thread, its waiting with a timer. As thin as
//! can be: it decides nothing. Lives on the sync thread; signals cross to whoever listens.
class Driver final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Driver)

public:
    //! `store` and `clock` outlive the driver.
    Driver(const Profile& profile, QByteArray bearerToken, store::StoreThread& store, const Clock& clock, QObject* parent = nullptr);
    ~Driver() override;

public Q_SLOTS:
    void start();
    void queueChanged();
    void syncNow();

Q_SIGNALS:
    void statusChanged(const mottaget::sync::LinkStatus& status);
    void casesChanged(const QSet<mottaget::care::CaseId>& ids);
    void commandsMoved(); //!< a command's state has changed on disk
    void scopeChanged();
    //! A run of pull and push has come to rest: nothing is under way. `status` is as of then.
    void rested(const mottaget::sync::LinkStatus& status);

private:
    void perform(Actions actions);
    void send(Ticket ticket, const net::Request& request);
    void runOp(Ticket ticket, const StoreOp& op);
    void onStored(Ticket ticket, bool onCommand, const std::optional<StoreAnswer>& answer);
    void publish();

    store::StoreThread& m_store;
    const Clock& m_clock;
    Engine m_engine;
    net::HttpClient m_http;
    QTimer m_wake;
    LinkStatus m_published;
    Scope m_publishedScope;
    bool m_wasIdle = true;
};

} // namespace mottaget::sync

Q_DECLARE_METATYPE(mottaget::sync::LinkStatus)
