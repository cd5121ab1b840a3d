// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace mottaget::app {

//! The demo region as a child process: started, listened to until it tells its port, ended with the program. GUI thread.
class DemoRegion final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoRegion)

public:
    explicit DemoRegion(QObject* parent = nullptr);
    ~DemoRegion() override;

    //! Keeps its state in `store` over restarts; `now` is the instant its data is made around.
    void start(const QString& store, const QDateTime& now, const QStringList& more);

    //! The named nurse the demo works as: receiver and handler.
    [[nodiscard]] static QByteArray token();

Q_SIGNALS:
    void listening(const QUrl& base);
    void failed(const QString& why);

private:
    void readLine();

    QProcess m_process;
    bool m_listening = false;
};

} // namespace mottaget::app
