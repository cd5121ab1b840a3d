// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace mottaget::test {

//! The real demo region as a process: started, stopped as by pulling the plug, started again on the same port and store.
class RegionProcess final {
public:
    //! `faults` as for --faults; cases few, so that tests are quick.
    bool start(const QStringList& more = {});
    void kill();
    ~RegionProcess() { kill(); }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/fhir").arg(m_port); }
    //! All current versions of a type.
    [[nodiscard]] QJsonArray dump(const QString& type) const;
    //! Names, numbers and ids of some hundred residents.
    [[nodiscard]] QStringList residents() const;
    //! How many messages of exactly this text it holds.
    [[nodiscard]] int messagesWith(const QString& text) const;
    void setFaults(const QByteArray& spec) const;
    [[nodiscard]] QString file(const QString& name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    int m_port = 0;
};

//! One call of the real mottaget-cli.
struct CliAnswer {
    int exit = -1;
    QJsonObject object;
};

//! A person at a workstation: a data folder and a token. Programs find home, runtime and temporary folders below place() alone.
class Workstation final {
public:
    explicit Workstation(const QByteArray& token = "demo:SE2321009999-1ANB:SE2321009999-2ANB");
    [[nodiscard]] CliAnswer call(const QString& region, const QStringList& words) const;
    //! The same, started and not waited for; what it says to people is heard, or goes where the process says.
    void startCall(QProcess& process, const QString& region, const QStringList& words, bool heard = true) const;
    //! Starts any program at this workstation, with what `process` has of an environment already.
    void start(QProcess& process, const QString& program, const QStringList& words) const;
    //! Starts the window without a display, on the same folder.
    void startWindow(QProcess& process, const QString& region) const;
    [[nodiscard]] QString place() const { return m_dir.path(); }
    [[nodiscard]] QString tokenFile() const { return m_dir.filePath(QStringLiteral("token")); }
    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("data")); }
    //! First open case of the view that can be replied to by this person, with its JSON.
    [[nodiscard]] QJsonObject firstCase(const QString& region, const QString& view, const QString& state) const;

private:
    QTemporaryDir m_dir;
};

//! Files below `folder` that hold one of the words, in eight or sixteen bits; a line as well when there are fewer files than `least`.
[[nodiscard]] QStringList filesThatShow(const QString& folder, const QStringList& markers, int least, const QString& but = {});

} // namespace mottaget::test
