// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/session/localsession.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace mottaget::cli {

//! What a call came to: the object for --json, the words for people, and the exit code.
struct Outcome {
    QJsonObject object;
    QString words;
    Exit exit = Exit::Done;
};

//! Carries out one call on a session: opens it, asks, answers once through `done`. Ends with the session closed.
class Commands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Commands)

public:
    Commands(Call call, const Clock& clock, std::function<void(Outcome)> done);
    void begin();

private:
    void opened();
    void sync();
    void cases();
    void nextPage(QJsonArray rows, QStringList lines, const QByteArray& after);
    void showCase();
    void act();
    void assignTo(session::Intent intent);
    void submit(const session::Intent& intent);
    void outbox();
    void finish(Outcome outcome);
    void refuse(const QJsonObject& failure, Exit exit = Exit::Refused);

    template <typename T, typename Fn>
    void await(session::Answer<T> answer, Fn fn);

    Call m_call;
    std::function<void(Outcome)> m_done;
    session::LocalSession m_session;
};

} // namespace mottaget::cli
