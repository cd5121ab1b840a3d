// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/casepane.h"

#include "core/base/onready.h"
#include "ui/messages/card.h"
#include "ui/messages/caseactions.h"
#include "ui/messages/caseheading.h"
#include "ui/messages/casestyle.h"
#include "ui/messages/changes.h"
#include "ui/messages/composer.h"
#include "ui/messages/contextpane.h"
#include "ui/messages/threadview.h"
#include "ui/patients/patientbanner.h"
#include "ui/widgets/sentences.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mottaget::ui {

namespace {

//! Below this the thread would get too narrow beside the context pane: a window of 1,200 px with rail and list.
constexpr int contextFrom = 660;

} // namespace

CasePane::CasePane(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
{
    setObjectName(u"casePane"_s);
    setAccessibleName(tr("Ärende"));
    m_actions = new CaseActions(this);
    build();
    connectActions();
    adoptTheme();
    connect(&theme, &Theme::changed, this, &CasePane::adoptTheme);
    m_patience.setSingleShot(true);
    m_patience.setInterval(150ms);
    connect(&m_patience, &QTimer::timeout, this, [this] { showMessage(tr("Hämtar ärendet"), false); });
    m_minute.setInterval(30s);
    connect(&m_minute, &QTimer::timeout, this, [this] { render(false); });
    connect(&session, &session::Session::casesChanged, this, [this](const QSet<care::CaseId>& ids) {
        if (m_requested && ids.contains(*m_requested))
            load(false);
    });
    connect(&session, &session::Session::syncStatusChanged, this, [this] { render(false); });
    connect(&session, &session::Session::actorChanged, this, [this] { render(false); });
    clear();
}

void CasePane::build()
{
    m_pages = new QStackedLayout(this);
    auto* messagePage = new QWidget(this);
    auto* middle = new QVBoxLayout(messagePage);
    m_message = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Muted, QFont::Normal, messagePage);
    m_message->setObjectName(u"caseMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_retry = new QPushButton(tr("Försök igen"), messagePage);
    m_retry->setObjectName(u"caseRetry"_s);
    m_retry->setAccessibleName(tr("Försök hämta ärendet igen"));
    connect(m_retry, &QPushButton::clicked, this, [this] { load(true); });
    middle->addStretch(1);
    middle->addWidget(m_message);
    middle->addWidget(m_retry, 0, Qt::AlignHCenter);
    middle->addStretch(2);
    m_pages->addWidget(messagePage);

    m_casePage = new QWidget(this);
    auto* page = new QVBoxLayout(m_casePage);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    m_banner = new PatientBanner(m_theme, m_casePage);
    page->addWidget(m_banner);
    m_panelPlace = new QVBoxLayout;
    page->addLayout(m_panelPlace);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    page->addLayout(body, 1);
    // With large text in a low window all of it scrolls, rather than that one thing covers another.
    auto* scroll = new QScrollArea(m_casePage);
    scroll->setObjectName(u"caseScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* work = new QWidget(scroll);
    work->setObjectName(u"caseWork"_s);
    scroll->setWidget(work);
    auto* left = new QVBoxLayout(work);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    m_heading = new CaseHeading(m_theme, *m_actions, work);
    m_thread = new ThreadView(m_theme, work);
    m_composer = new Composer(m_theme, m_clock, work);
    connect(m_thread, &ThreadView::attachmentRequested, this, [this](const QString& id) {
        if (m_open)
            (void)m_session.fetchAttachment(m_open->value.id, id); // the case says how it goes
    });
    left->addWidget(m_heading);
    left->addWidget(m_thread, 1);
    left->addWidget(m_composer);
    body->addWidget(scroll, 1);
    m_contextLine = new Separator(m_theme, m_casePage);
    m_contextLine->setFixedSize(1, QWIDGETSIZE_MAX);
    m_contextLine->setMinimumHeight(0);
    m_context = new ContextPane(m_theme, m_clock, m_casePage);
    body->addWidget(m_contextLine);
    body->addWidget(m_context);
    m_pages->addWidget(m_casePage);
    setFocusProxy(m_thread);
}

void CasePane::adoptTheme()
{
    setFont(m_theme.font(Theme::Text::Body));
    QPalette colors = m_theme.palette();
    colors.setColor(QPalette::PlaceholderText, m_theme.tokens().muted);
    setPalette(colors);
    setStyleSheet(caseStyleSheet(m_theme));
    update();
}

void CasePane::showMessage(const QString& sentence, bool canRetry)
{
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    m_retry->setVisible(canRetry);
    m_pages->setCurrentIndex(0);
}

void CasePane::showCase(const care::CaseId& id)
{
    if (m_requested == id) {
        load(false);
        return;
    }
    clear();
    showMessage({}, false);
    m_requested = id;
    m_patience.start();
    load(true);
}

void CasePane::clear()
{
    saveDraftNow();
    ++m_view;
    ++m_generation;
    m_fetching = false;
    m_fetchAgain = false;
    m_takeDraft = false;
    m_requested.reset();
    m_open.reset();
    m_writtenAgainst.reset();
    m_patience.stop();
    m_minute.stop();
    closePanel();
    m_actions->judge(nullptr, std::nullopt);
    // The last patient's words must not stand under the next one's name, not even unseen.
    m_composer->setBusy(false);
    m_composer->load(std::nullopt);
    m_composer->showNotice({});
    showMessage(tr("Inget ärende är öppet. Markera ett i listan och tryck Enter."), false);
}

std::optional<care::CaseId> CasePane::shown() const
{
    return m_open ? std::optional(m_open->value.id) : std::nullopt;
}

void CasePane::saveDraftNow()
{
    m_composer->flush();
}

bool CasePane::isOnScreen(const care::CaseId& id) const
{
    return m_open && m_open->value.id == id;
}

void CasePane::load(bool startOver)
{
    if (!m_requested)
        return;
    if (m_fetching && !startOver) {
        m_fetchAgain = true;
        return;
    }
    m_fetching = true;
    const int generation = ++m_generation;
    onReady(m_session.openCase(*m_requested), this, [this, generation, startOver](const Opened& answer) {
        if (generation != m_generation)
            return;
        m_fetching = false;
        onOpened(answer, startOver || !m_open);
        if (std::exchange(m_fetchAgain, false))
            load(false);
    });
}

void CasePane::onOpened(const Opened& answer, bool startOver)
{
    m_patience.stop();
    if (answer && answer->has_value()) {
        takeIn(**answer, startOver);
        return;
    }
    // What stands on the screen stays there when only a renewal of it failed, unless it may no longer be seen.
    const auto code = answer ? answer->error().code : session::SessionError::Code::StoreFailed;
    const bool mustGo = code == session::SessionError::Code::AccessDenied || code == session::SessionError::Code::NotFound
        || code == session::SessionError::Code::DataTooOld;
    if (m_open && !mustGo)
        return;
    const auto requested = m_requested;
    clear();
    m_requested = requested;
    showMessage(Sentences::sessionError({code, {}}), code == session::SessionError::Code::StoreFailed);
}

void CasePane::takeIn(const session::OpenCase& open, bool startOver)
{
    Q_ASSERT(m_requested && open.value.id == *m_requested);
    if (!open.access.allowed) {
        onOpened(
            Result<session::OpenCase, session::SessionError>(failed(session::SessionError {session::SessionError::Code::AccessDenied, {}})),
            startOver);
        return;
    }
    noteChanges(open, startOver);
    const bool takesDraft = startOver || (std::exchange(m_takeDraft, false) && m_composer->text().isEmpty());
    m_open = open;
    if (takesDraft)
        m_composer->load(open.draft);
    render(startOver);
    m_minute.start();
    m_pages->setCurrentWidget(m_casePage);
}

void CasePane::noteChanges(const session::OpenCase& open, bool startOver)
{
    if (startOver) {
        m_writtenAgainst = open.value;
        // A draft from before: what has come since was not seen by who wrote it.
        if (open.draft && open.draft->savedAt.isValid())
            m_writtenAgainst->messages.removeIf([&](const care::Message& message) { return message.sent > open.draft->savedAt; });
    } else if (m_composer->text().isEmpty()) {
        m_writtenAgainst = open.value;
    }
    const bool isWriting = startOver ? open.draft.has_value() : !m_composer->text().isEmpty();
    if (!isWriting)
        return;
    const QString changes = Changes::between(*m_writtenAgainst, open.value, context().me, m_clock.now());
    if (!changes.isEmpty())
        m_composer->showNotice(changes);
}

ThreadContext CasePane::context() const
{
    const auto actor = m_session.actor();
    const session::SyncStatus status = m_session.syncStatus();
    return {m_clock.now(), status.link, actor ? actor->self.role : care::StaffRoleId(), status.nextTry};
}

void CasePane::render(bool startOver)
{
    if (!m_open)
        return;
    const ThreadContext now = context();
    const QDate today = swedishTime(now.now).date();
    const auto actor = m_session.actor();
    m_actions->judge(&*m_open, actor);
    m_banner->show(BannerTexts::of(m_open->value, m_open->patient, today));
    m_heading->show(*m_open, now);
    m_thread->show(ThreadItems::of(*m_open, now), startOver);
    m_composer->show(ComposerStates::of(*m_open, actor, now.link, today));
    m_context->show(ContextTexts::of(*m_open, now));
    layOutContext();
}

void CasePane::layOutContext()
{
    const bool hasRoom = width() >= contextFrom;
    m_context->setVisible(hasRoom || m_contextWanted);
    m_contextLine->setVisible(hasRoom || m_contextWanted);
    m_heading->setContextToggle(!hasRoom, m_contextWanted);
}

void CasePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOutContext();
}

void CasePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_panel)
            closePanel();
        else
            Q_EMIT backRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void CasePane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().background);
}

} // namespace mottaget::ui
