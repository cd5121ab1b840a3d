// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/caselistpane.h"

#include "core/base/onready.h"
#include "ui/inbox/caselistview.h"
#include "ui/shell/syncsentence.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mottaget::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CaseListPane::CaseListPane(session::Session& session, const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(clock)
    , m_model(session)
    , m_delegate(theme, clock)
{
    build();
    m_model.setSpeech([this](const care::CaseRow& row) {
        const auto actor = m_session.actor();
        return RowWords::spoken(RowWords::textsOf(row, actor ? actor->self.role : care::StaffRoleId(), m_clock.now()));
    });
    connect(&m_model, &CaseListModel::heldChanged, this, &CaseListPane::setHeld);
    connect(&m_model, &CaseListModel::fetched, this, [this] {
        m_failure.reset();
        setHeader();
        setEmpty();
    });
    connect(&m_model, &CaseListModel::failed, this, &CaseListPane::onFailed);
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_list->viewport()->update();
        setEmpty();
    });
    m_minute.start();
    // The figures may lag behind the rows a little: counting must not stand before what a key has asked for.
    m_countsDue.setSingleShot(true);
    m_countsDue.setInterval(400ms);
    connect(&m_countsDue, &QTimer::timeout, this, &CaseListPane::readCounts);
    connect(&m_session, &session::Session::casesChanged, this, [this] {
        if (!m_countsDue.isActive())
            m_countsDue.start();
    });
    connect(&m_session, &session::Session::syncStatusChanged, this, &CaseListPane::setEmpty);
    const auto learnActor = [this] {
        if (const auto actor = m_session.actor())
            m_delegate.setMe(actor->self.role);
        readCounts();
    };
    connect(&m_session, &session::Session::actorChanged, this, learnActor);
    connect(&m_theme, &Theme::changed, this, &CaseListPane::adoptTheme);
    learnActor();
    adoptTheme();
}

void CaseListPane::build()
{
    setObjectName(u"listPane"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QVBoxLayout;
    header->setContentsMargins(16, 12, 16, 10);
    header->setSpacing(8);
    auto* line = new QHBoxLayout;
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(u"listTitle"_s);
    m_shown = new QLabel;
    m_shown->setObjectName(u"listShown"_s);
    m_shown->setWordWrap(true);
    m_shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(m_title);
    line->addWidget(m_shown, 1);
    header->addLayout(line);
    m_search = new QLineEdit;
    m_search->setObjectName(u"listSearch"_s);
    m_search->setPlaceholderText(tr("Sök i listan: namn, nummer, ärende ( / )"));
    m_search->setAccessibleName(tr("Sök i listan"));
    m_search->setToolTip(tr("Sök i listan ( / )"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_query.text = text.trimmed();
        ask();
    });
    header->addWidget(m_search);
    m_old = new QLabel;
    m_old->setObjectName(u"listOld"_s);
    m_old->setTextFormat(Qt::PlainText);
    m_old->setWordWrap(true);
    m_old->hide();
    header->addWidget(m_old);
    m_chipPlace = new QWidget;
    new FlowLayout(6, 6, m_chipPlace);
    header->addWidget(m_chipPlace);
    column->addLayout(header);
    m_held = new QPushButton;
    m_held->setObjectName(u"heldRows"_s);
    m_held->setProperty("kind", u"new"_s);
    m_held->hide();
    connect(m_held, &QPushButton::clicked, this, &CaseListPane::showHeld);
    column->addWidget(m_held, 0, Qt::AlignHCenter);
    m_empty = new QLabel;
    m_empty->setObjectName(u"listEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(24, 48, 24, 24);
    m_list = new CaseListView(m_model);
    m_list->setItemDelegate(&m_delegate);
    m_list->setAccessibleName(tr("Ärenden"));
    connect(m_list, &CaseListView::opened, this, &CaseListPane::opened);
    // In the list and not in its place: an empty list keeps the focus, so that its keys work when rows come.
    auto* over = new QVBoxLayout(m_list->viewport());
    over->setContentsMargins(0, 0, 0, 0);
    over->addWidget(m_empty);
    over->addStretch();
    column->addWidget(m_list, 1);
}

void CaseListPane::adoptTheme()
{
    m_title->setFont(m_theme.font(Theme::Text::Heading, QFont::DemiBold));
    m_shown->setFont(m_theme.font(Theme::Text::Small));
    QPalette muted = m_shown->palette();
    muted.setColor(QPalette::WindowText, m_theme.tokens().muted);
    m_shown->setPalette(muted);
    m_old->setFont(m_theme.font(Theme::Text::Body, QFont::DemiBold));
    m_empty->setPalette(muted);
    m_empty->setFont(m_theme.font(Theme::Text::Body));
    m_list->viewport()->update();
}

QString CaseListPane::titleOf(care::View view)
{
    switch (view) {
    case care::View::Todo: return tr("Att göra nu");
    case care::View::Mine:
        //: The list of my own cases
        return tr("Mina");
    case care::View::Unassigned: return tr("Otilldelade");
    case care::View::Waiting: return tr("Väntar på svar");
    case care::View::Open: return tr("Alla öppna");
    case care::View::Closed: return tr("Avslutade");
    }
    Q_UNREACHABLE();
}

void CaseListPane::showView(care::View view)
{
    m_query = {view, {}, {}};
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    m_title->setText(titleOf(view));
    ask();
}

void CaseListPane::ask()
{
    m_list->setCurrentIndex({});
    m_failure.reset();
    m_model.setQuery(m_query);
    m_model.setHolding(false);
    // The same list once more answers at once: its first row is marked again.
    if (m_model.isFetched() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    readCounts();
}

void CaseListPane::readCounts()
{
    const int asked = ++m_countsAsked;
    using Answer = std::optional<Result<session::Counts, session::SessionError>>;
    onReady(m_session.counts(m_query), this, [this, asked](const Answer& answer) {
        // Only the newest answer counts; without one the figures stay, and the next change asks again.
        if (asked == m_countsAsked && answer && *answer)
            takeCounts(**answer);
    });
}

void CaseListPane::takeCounts(const session::Counts& counts)
{
    m_counts = counts;
    setChips(counts.types);
    setHeader();
    Q_EMIT countsChanged(counts);
}

void CaseListPane::setChips(const QHash<QString, int>& types)
{
    const care::CaseTypes known = m_session.caseTypes();
    QStringList codes = types.keys() + m_query.types;
    codes.removeDuplicates();
    std::sort(codes.begin(), codes.end());
    for (const QString& code : codes) {
        QPushButton*& chip = m_chips[code];
        if (!chip) {
            chip = new QPushButton(m_chipPlace);
            chip->setCheckable(true);
            chip->setProperty("kind", u"chip"_s);
            chip->setObjectName(u"chip-"_s + code);
            connect(chip, &QPushButton::toggled, this, [this, code](bool on) {
                m_query.types.removeAll(code);
                if (on)
                    m_query.types << code;
                ask();
            });
            m_chipPlace->layout()->addWidget(chip);
        }
        const QString title = RowWords::typeTitle(code, known.find(code).title);
        // A cross shows how a filter in force is taken away.
        chip->setText(u"%1 %2%3"_s.arg(title).arg(types.value(code)).arg(chip->isChecked() ? u"  ×"_s : QString()));
        chip->setToolTip(chip->isChecked() ? tr("Ta bort filtret %1").arg(title) : tr("Visa bara %1").arg(title));
    }
    for (auto chip = m_chips.begin(); chip != m_chips.end(); ++chip) {
        const QSignalBlocker quiet(*chip);
        (*chip)->setChecked(m_query.types.contains(chip.key()));
        (*chip)->setVisible(codes.contains(chip.key()));
    }
}

void CaseListPane::setHeader()
{
    const int all = m_counts.total;
    const int shown = m_model.rowCount();
    m_shown->setText(
        m_query.view == care::View::Closed ? tr("%n ärende(n)", nullptr, shown) : tr("%1 av %2, mest angeläget först").arg(shown).arg(all));
}

void CaseListPane::setAge()
{
    const session::SyncStatus status = m_session.syncStatus();
    m_old->setVisible(status.age == session::DataAge::Old);
    const int hours = static_cast<int>(status.lastPull.secsTo(m_clock.now()) / 3600);
    m_old->setText(hours > 0
            ? tr("Gamla uppgifter: hämtade %1, för %n timme/timmar sedan", nullptr, hours).arg(Times::when(status.lastPull, m_clock.now()))
            : tr("Gamla uppgifter: datorns klocka går fel, så det går inte att säga hur gamla"));
}

void CaseListPane::setEmpty()
{
    setAge();
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    m_empty->setText(empty ? whyEmpty() : QString());
    m_list->setAccessibleDescription(m_empty->text());
}

QString CaseListPane::whyEmpty() const
{
    using Code = session::SessionError::Code;
    const session::SyncStatus status = m_session.syncStatus();
    if (m_failure && *m_failure != Code::NotSignedIn)
        return listError(*m_failure);
    if (!m_failure && !m_model.isFetched())
        return {}; // nothing is said before the list has answered
    const QString sentence = SyncSentence::of(status, m_clock.now()).text;
    if (!m_query.text.isEmpty() || !m_query.types.isEmpty())
        return tr("Inget ärende här passar sökningen eller filtret.");
    if (!status.lastPull.isValid())
        return status.link == session::SyncStatus::Link::NeverReached ? sentence : tr("Inte hämtat än. %1").arg(sentence);
    return m_query.view == care::View::Closed ? tr("Inga avslutade ärenden här. %1").arg(sentence) : tr("Inget väntar. %1").arg(sentence);
}

void CaseListPane::onFailed(const session::SessionError& error)
{
    // Rows that stand on the screen stay; a list that never came says why.
    m_failure = error.code;
    setEmpty();
}

QString CaseListPane::listError(session::SessionError::Code code)
{
    switch (code) {
    case session::SessionError::Code::AccessDenied: return tr("Listan får inte visas för dig, eller så kunde öppningen inte loggas.");
    case session::SessionError::Code::DataTooOld: return Sentences::sessionError({code, {}});
    case session::SessionError::Code::NotSignedIn:
    case session::SessionError::Code::NotFound:
    case session::SessionError::Code::Refused:
    case session::SessionError::Code::TooLate:
    case session::SessionError::Code::VersionMoved:
    case session::SessionError::Code::StoreFailed: return tr("Listan kan inte läsas från datorns disk just nu.");
    }
    Q_UNREACHABLE();
}

void CaseListPane::setHeld(int newRows, bool otherOrder)
{
    m_held->setVisible(newRows > 0 || otherOrder);
    m_held->setText(newRows > 0 ? tr("%n ny(a)", nullptr, newRows) : tr("Ordningen har ändrats"));
    m_held->setToolTip(tr("Visa det nya i listan ( . )"));
    m_held->setAccessibleName(m_held->text());
}

void CaseListPane::showHeld()
{
    m_list->scrollToTop();
    m_model.applyHeld();
}

void CaseListPane::setDensity(Density density)
{
    m_delegate.setDensity(density);
    m_list->doItemsLayout();
    m_list->viewport()->update();
}

void CaseListPane::setOpened(const std::optional<care::CaseId>& id)
{
    m_delegate.setOpened(id);
    m_list->viewport()->update();
}

void CaseListPane::focusList()
{
    m_list->setFocus();
}

void CaseListPane::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool CaseListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape)
            m_search->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            focusList();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mottaget::ui
