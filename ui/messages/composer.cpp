// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/composer.h"

#include "ui/messages/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sentences.h"
#include "ui/widgets/times.h"
#include "ui/widgets/wrapbutton.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 9;

} // namespace

Composer::Composer(const Theme& theme, const Clock& clock, QWidget* parent) : QFrame(parent), m_theme(theme), m_clock(clock)
{
    setObjectName(u"composer"_s);
    setAccessibleName(tr("Svar till invånaren"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 11, 20, 14);
    column->setSpacing(8);
    buildNotice(this);
    column->addWidget(m_notice);
    m_writing = new QWidget(this);
    auto* writing = new QVBoxLayout(m_writing);
    writing->setContentsMargins(0, 0, 0, 0);
    writing->setSpacing(8);
    writing->addWidget(buildBar());
    m_text = new QPlainTextEdit(m_writing);
    m_text->setObjectName(u"composerText"_s);
    m_text->setAccessibleName(tr("Text till invånaren"));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(8);
    writing->addWidget(m_text);
    writing->addWidget(buildFoot());
    column->addWidget(m_writing);
    m_reason = new TextLabel(theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, this);
    m_reason->setObjectName(u"composerReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignRight);
    column->addWidget(m_reason);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Composer::onTick);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::ControlModifier, key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &Composer::send);
    }
    const auto adopt = [this] {
        m_text->setFont(m_theme.font(Theme::Text::Body));
        fitHeight();
        update();
    };
    connect(&theme, &Theme::changed, this, adopt);
    adopt();
    refresh();
}

void Composer::buildNotice(QWidget* place)
{
    m_notice = new Card(m_theme, Card::Look::Notice, place);
    m_notice->setObjectName(u"composerNotice"_s);
    auto* line = new QHBoxLayout(m_notice);
    line->setContentsMargins(14, 8, 8, 8);
    line->setSpacing(8);
    m_noticeText = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::Normal, m_notice);
    m_noticeText->setObjectName(u"composerNoticeText"_s);
    m_noticeText->setWordWrap(true);
    line->addWidget(m_noticeText, 1);
    auto* seen = new QPushButton(tr("Jag har sett det"), m_notice);
    seen->setObjectName(u"composerNoticeSeen"_s);
    seen->setAccessibleName(tr("Jag har sett ändringen"));
    connect(seen, &QPushButton::clicked, this, [this] {
        showNotice({});
        Q_EMIT noticeSeen();
        focusText();
    });
    line->addWidget(seen, 0, Qt::AlignTop);
    m_notice->hide();
}

QWidget* Composer::buildBar()
{
    auto* bar = new QWidget(m_writing);
    auto* flow = new FlowLayout(8, 4, bar);
    auto* segments = new QWidget(bar);
    segments->setObjectName(u"composerKinds"_s);
    auto* line = new QHBoxLayout(segments);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    m_kinds = new QButtonGroup(this);
    int number = 1;
    for (const care::Verb verb : ComposerStates::verbs()) {
        auto* button = new QPushButton(Sentences::action(verb), segments);
        button->setObjectName(u"composerKind%1"_s.arg(number));
        button->setProperty("kind", u"segment"_s);
        button->setProperty("place", number == 1 ? u"first"_s : number == 3 ? u"last"_s : u"middle"_s);
        button->setCheckable(true);
        button->setChecked(verb == m_verb);
        // Not the button's own shortcut: that clicks only after an animation, and a quick Ctrl+Enter would send the old kind.
        auto* shortcut = new QShortcut(QKeySequence(u"Alt+%1"_s.arg(number)), this);
        connect(shortcut, &QShortcut::activated, this, [this, verb] {
            choose(verb);
            focusText();
        });
        const QString keys = shortcut->key().toString(QKeySequence::NativeText);
        //: %1 the kind of a message, %2 its keys.
        button->setToolTip(tr("%1 (%2)").arg(button->text(), keys));
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(keys);
        m_kinds->addButton(button, static_cast<int>(verb));
        line->addWidget(button);
        ++number;
    }
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<care::Verb>(id)); });
    flow->addWidget(segments);
    flow->addRightEnd();
    m_saved = new TextLabel(m_theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, bar);
    m_saved->setObjectName(u"composerSaved"_s);
    m_saved->setWrapsLate();
    flow->addWidget(m_saved);
    return bar;
}

QWidget* Composer::buildFoot()
{
    auto* foot = new QWidget(m_writing);
    auto* flow = new FlowLayout(16, 8, foot);
    auto* who = new QWidget(foot);
    auto* line = new FlowLayout(4, 0, who);
    auto* caption = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::Normal, who);
    caption->setText(tr("Kan läsas av:"));
    m_readers = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::DemiBold, who);
    m_readers->setObjectName(u"composerReaders"_s);
    m_readers->setWrapsLate();
    m_remark = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Warning, QFont::Normal, who);
    m_remark->setObjectName(u"composerRemark"_s);
    m_remark->setWrapsLate();
    line->addWidget(caption);
    line->addWidget(m_readers);
    line->addWidget(m_remark);
    flow->addWidget(who);
    flow->addRightEnd();
    m_send = new WrapButton(foot);
    m_send->setObjectName(u"composerSend"_s);
    m_send->setProperty("kind", u"primary"_s);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    flow->addWidget(m_send);
    return foot;
}

void Composer::show(const ComposerState& state)
{
    if (m_state == state)
        return;
    m_state = state;
    if (text().isEmpty() && m_state.refusals.contains(m_verb)) {
        for (const care::Verb verb : {care::Verb::Reply, care::Verb::Partial, care::Verb::Question}) {
            if (!m_state.refusals.contains(verb)) {
                setVerb(verb);
                break;
            }
        }
    }
    refresh();
}

void Composer::load(const std::optional<session::Draft>& draft)
{
    m_rhythm.saved();
    m_tick.stop();
    m_loading = true;
    m_text->setPlainText(draft ? draft->text : QString());
    m_text->moveCursor(QTextCursor::End);
    m_loading = false;
    setVerb(draft && ComposerStates::verbs().contains(draft->verb) ? draft->verb : care::Verb::Reply);
    m_saved->clear();
    if (draft && draft->savedAt.isValid())
        showSaved(draft->savedAt);
    fitHeight();
    refresh();
}

void Composer::flush()
{
    if (!m_rhythm.isDirty())
        return;
    m_rhythm.saved();
    m_tick.stop();
    Q_EMIT draftDue(m_verb, text());
}

void Composer::forgetUnsaved()
{
    m_rhythm.saved();
    m_tick.stop();
}

void Composer::setBusy(bool busy)
{
    m_busy = busy;
    m_text->setReadOnly(busy);
    refresh();
}

void Composer::showSaved(const QDateTime& savedAt)
{
    m_saved->setTone(TextLabel::Tone::Muted);
    m_saved->setText(text().isEmpty() ? QString() : tr("Utkast sparat %1").arg(Times::clockWithSeconds(savedAt)));
}

void Composer::showNotSaved()
{
    m_saved->setTone(TextLabel::Tone::Danger);
    m_saved->setText(tr("Utkastet kunde inte sparas"));
}

void Composer::showNotice(const QString& sentence)
{
    m_noticeText->setText(sentence);
    m_notice->setAccessibleName(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void Composer::setVerb(care::Verb verb)
{
    m_verb = verb;
    // One stop with Tab for all kinds; arrows go between them.
    for (QAbstractButton* button : m_kinds->buttons()) {
        const bool isChosen = m_kinds->id(button) == static_cast<int>(verb);
        button->setChecked(isChosen);
        button->setFocusPolicy(isChosen ? Qt::StrongFocus : Qt::ClickFocus);
    }
    refresh();
}

void Composer::choose(care::Verb verb)
{
    if (m_busy || !m_writing->isVisible())
        return;
    setVerb(verb);
    if (!text().isEmpty()) {
        m_rhythm.keyPressed(m_clock.monotonic());
        onTick();
    }
}

void Composer::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

QString Composer::text() const
{
    return m_text->toPlainText();
}

void Composer::onTextChanged()
{
    if (m_loading)
        return;
    m_rhythm.keyPressed(m_clock.monotonic());
    m_tick.start(m_rhythm.wait(m_clock.monotonic()).value_or(DraftRhythm::Time {0}));
    fitHeight();
    refresh();
}

void Composer::onTick()
{
    const auto wait = m_rhythm.wait(m_clock.monotonic());
    if (!wait)
        return;
    if (*wait > DraftRhythm::Time {0})
        m_tick.start(*wait);
    else
        flush();
}

void Composer::send()
{
    if (m_busy || ComposerStates::blocked(m_state, m_verb, text()))
        return;
    Q_EMIT sendRequested(m_verb, text());
}

void Composer::refresh()
{
    const bool isClosed = ComposerStates::isClosed(m_state) && text().isEmpty();
    m_writing->setVisible(!isClosed);
    m_readers->setText(m_state.readers.names + u'.');
    m_remark->setText(m_state.readers.remark);
    m_remark->setVisible(!m_state.readers.remark.isEmpty());
    m_send->setWhole(ComposerStates::sendText(m_state));
    m_text->setPlaceholderText(tr("Skriv till %1").arg(m_state.patientName));
    const auto blocked = ComposerStates::blocked(m_state, m_verb, text());
    m_send->setEnabled(!blocked && !m_busy);
    m_reason->setAlignment(isClosed ? Qt::AlignLeft : Qt::AlignRight);
    m_reason->setText(blocked.value_or(tr("Ctrl+Enter skickar")));
    m_send->setToolTip(blocked ? *blocked : tr("Skicka (Ctrl+Enter)"));
    m_send->setAccessibleDescription(m_reason->text());
}

void Composer::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid() && lines < mostLines; block = block.next())
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    const int shown = std::clamp(lines, fewestLines, mostLines);
    const int around = 2 * (static_cast<int>(m_text->document()->documentMargin()) + m_text->frameWidth()) + 4;
    m_text->setFixedHeight(shown * m_text->fontMetrics().lineSpacing() + around);
}

void Composer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    QFrame::keyPressEvent(event);
}

void Composer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().line);
}

} // namespace mottaget::ui
