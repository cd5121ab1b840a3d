// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace mottaget::app {

//! Renders the main screens to PNG files by using the program as a person would, then ends it. Does nothing without a folder.
class Screenshots final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Screenshots)

public:
    Screenshots(Composition& composition, QString folder);

private:
    struct Step {
        QString name;               //!< of the picture
        std::function<void()> act;  //!< what the person does
        std::function<bool()> done; //!< when the screen shows it
    };
    void plan();
    void next();
    void poll();
    void take();
    [[nodiscard]] std::optional<care::CaseId> caseOf(const QString& type, bool isProtected) const;
    void addCase(const QString& name, const QString& type, bool isProtected);

    Composition& m_composition;
    QString m_folder;
    std::deque<Step> m_steps;
    QTimer m_poll;
    int m_polls = 0;
    int m_taken = 0;
};

} // namespace mottaget::app
