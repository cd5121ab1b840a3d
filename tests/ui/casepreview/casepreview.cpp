// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/heldsession.h"
#include "tests/ui/messages/samplecases.h"
#include "ui/messages/casepane.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QStyleFactory>
#include <QTest>

#include <functional>

//! Draws the case pane with sample cases to PNG files, to be looked at: `casepreview DIR`. Size by QT_SCALE_FACTOR.

namespace {

using namespace mottaget;

struct Picture {
    QString name;
    session::OpenCase open;
    ui::ThemeKind theme = ui::ThemeKind::Light;
    session::SyncStatus::Link link = session::SyncStatus::Link::Online;
    QSize size {860, 852};
    std::function<void(ui::CasePane&)> prepare;
};

void trigger(ui::CasePane& pane, const QString& action)
{
    pane.findChild<QAction*>(action)->trigger();
}

QList<Picture> pictures()
{
    using enum ui::ThemeKind;
    using Link = session::SyncStatus::Link;
    const auto assign = [](ui::CasePane& pane) { trigger(pane, QStringLiteral("caseAssign")); };
    const auto close = [](ui::CasePane& pane) { trigger(pane, QStringLiteral("caseClose")); };
    const auto redirect = [](ui::CasePane& pane) { trigger(pane, QStringLiteral("caseRedirect")); };
    const auto priority = [](ui::CasePane& pane) { trigger(pane, QStringLiteral("casePrioritise")); };
    return {
        {QStringLiteral("cough-light"), samples::cough(), Light, Link::Online, {860, 852}, {}},
        {QStringLiteral("cough-dark"), samples::cough(), Dark, Link::Online, {860, 852}, {}},
        {QStringLiteral("cough-contrast"), samples::cough(), HighContrast, Link::Online, {860, 852}, {}},
        {QStringLiteral("cough-offline"), samples::coughOffline(), Light, Link::Offline, {860, 852}, {}},
        {QStringLiteral("cough-narrow"), samples::cough(), Light, Link::Online, {520, 700}, {}},
        {QStringLiteral("renewal-light"), samples::renewal(), Light, Link::Online, {860, 852}, {}},
        {QStringLiteral("renewal-dark"), samples::renewal(), Dark, Link::Online, {660, 852}, {}},
        {QStringLiteral("child-light"), samples::child(), Light, Link::Online, {860, 852}, {}},
        {QStringLiteral("hidden-light"), samples::hidden(), Light, Link::Online, {860, 852}, {}},
        {QStringLiteral("hidden-dark"), samples::hidden(), Dark, Link::Online, {860, 852}, {}},
        {QStringLiteral("long-light"), samples::longName(), Light, Link::Online, {860, 852}, {}},
        {QStringLiteral("long-contrast"), samples::longName(), HighContrast, Link::Online, {660, 852}, {}},
        {QStringLiteral("answered-light"), samples::answered(), Light, Link::Online, {860, 852}, {}},
        {QStringLiteral("assign-light"), samples::cough(), Light, Link::Online, {860, 852}, assign},
        {QStringLiteral("close-light"), samples::answered(), Light, Link::Online, {860, 852}, close},
        {QStringLiteral("close-dark"), samples::answered(), Dark, Link::Online, {860, 852}, close},
        {QStringLiteral("redirect-light"), samples::cough(), Light, Link::Online, {860, 852}, redirect},
        {QStringLiteral("priority-light"), samples::cough(), Light, Link::Online, {860, 852}, priority},
    };
}

void draw(const Picture& picture, const QDir& place)
{
    HeldSession session;
    session.m_actor = samples::nurse();
    session.m_status.link = picture.link;
    session.m_staff = samples::staff();
    ui::Theme theme(picture.theme);
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(ui::Theme::Text::Body));
    ManualClock clock(samples::now());
    ui::CasePane pane(session, theme, clock);
    pane.resize(picture.size);
    pane.show();
    pane.showCase(picture.open.value.id);
    session.m_opening.front().answer(picture.open);
    QTest::qWait(20);
    if (picture.prepare)
        picture.prepare(pane);
    QTest::qWait(20);
    pane.grab().save(place.filePath(picture.name + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QDir place(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    for (const Picture& picture : pictures()) {
        if (argc > 2 && !picture.name.startsWith(QString::fromLocal8Bit(argv[2])))
            continue;
        draw(picture, place);
    }
    return 0;
}
