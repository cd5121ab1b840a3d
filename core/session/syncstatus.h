// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

//! How connection, queue and files stand, as values: what the window's one sentence is made of.
namespace mottaget::session {

//! What is wrong with one of the four files, told to the person and to IT in words of its own each.
enum class FileTrouble {
    Damaged,       //!< pages do not authenticate, or the file is shorter than it must be
    DamagedLog,    //!< only its log: the file went on, and a copy of both was kept
    Corrupt,       //!< authentic, but SQLite finds its structures broken
    WrongKey,      //!< sealed with another key
    OtherFile,     //!< sealed with this key, but another file or another kind
    PlainFile,     //!< an ordinary SQLite file
    UnknownFormat, //!< no sealed file, or of a format that this version does not know
    ForeignLayout, //!< not made by this sealing
    OlderState,    //!< sound, but older than what is known to have stood here
    Gone,          //!< known to have been here, and is not
    NewerFile,     //!< written by a newer version
    Unreadable,    //!< the disk or the system refused; says nothing about the file
};

//! An own file that was moved aside unharmed when the folder was opened: what is in it exists nowhere else.
struct FileAside {
    QString path; //!< where it lies; one that was gone lies nowhere
    FileTrouble trouble = FileTrouble::Damaged;
    friend bool operator==(const FileAside&, const FileAside&) = default;
};

//! How long ago what is kept here was last fetched whole: dataage.h.
enum class DataAge {
    Fresh,
    Old,    //!< marked as such wherever it is shown
    TooOld, //!< not shown; what waits to be sent still is sent
};

//! The truth about the connection and the queue, always. ui makes one calm sentence of it.
struct SyncStatus {
    enum class Link {
        NeverReached, //!< the region has not answered since the folder was made
        Online,
        Offline,
        SignInNeeded, //!< 401: the region wants a new sign-in
        Portal,       //!< something else answers: network login page
        Refused,      //!< TLS or policy: the region can't be trusted
        ServerBusy,   //!< 429/503: the server asked us to wait
    };
    Link link = Link::NeverReached;
    QDateTime since;        //!< start of the present `link`
    QDateTime nextTry;      //!< while not Online: when the region is asked next, or when it lets us; invalid: not known
    QDateTime lastPull;     //!< last successful pull; invalid = never
    DataAge age = DataAge::Fresh;
    bool firstSync = false; //!< the first fetch is still going on
    int fetched = 0;        //!< cases here so far, during the first fetch
    int waiting = 0;        //!< commands not yet acknowledged and not in need of a person
    int needsAttention = 0; //!< conflict or rejected
    bool diskNearlyFull = false; //!< less is free than is kept for commands, drafts and the access log; nothing more is fetched
    QList<FileAside> setAside; //!< at this opening; for IT
    QString problem;        //!< code of a page that could not be applied (bad-json, wrong-type, link-loop ...), empty when none
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

} // namespace mottaget::session
