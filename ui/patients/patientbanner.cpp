// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientbanner.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/tag.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

constexpr int accentLine = 2;
constexpr int deceasedBand = 8;

Tag* makeBadge(const Theme& theme, const BannerBadge& badge, QWidget* parent)
{
    switch (badge.kind) {
    case BannerBadge::Kind::Protected: return new Tag(theme, badge.text, Tag::Tone::Danger, Tag::Mark::Lock, parent);
    case BannerBadge::Kind::Deceased: return new Tag(theme, badge.text, Tag::Tone::Neutral, Tag::Mark::Hatched, parent);
    case BannerBadge::Kind::Interpreter: return new Tag(theme, badge.text, Tag::Tone::Info, Tag::Mark::None, parent);
    case BannerBadge::Kind::GuardianWrites: return new Tag(theme, badge.text, Tag::Tone::Neutral, Tag::Mark::None, parent);
    }
    Q_UNREACHABLE();
}

} // namespace

PatientBanner::PatientBanner(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme), m_number(new IdentityLabel(theme, this))
{
    setObjectName(u"patientBanner"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, accentLine);
    m_number->hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PatientBanner::show(const BannerText& text)
{
    if (m_content && m_text == text)
        return;
    m_text = text;
    build();
}

void PatientBanner::build()
{
    m_number->hide();
    m_number->setParent(this);
    delete m_content;
    m_content = new QWidget(this);
    m_flow = new FlowLayout(24, 4, m_content);
    m_flow->setContentsMargins(20, 9, 20, 9);
    auto* name = new TextLabel(
        m_theme, Theme::Text::Title, m_text.isKnown ? TextLabel::Tone::Plain : TextLabel::Tone::Muted, QFont::DemiBold, m_content);
    name->setObjectName(u"bannerName"_s);
    name->setText(m_text.name);
    name->setWrapsLate();
    name->setSelectable(m_text.isKnown && !m_text.isProtected);
    name->setAccessibleName(m_text.name);
    if (m_text.isProtected) {
        QFont slanted = name->font();
        slanted.setItalic(true);
        name->setFont(slanted);
    }
    m_flow->addWidget(name);
    for (const BannerField& field : m_text.fields)
        addField(field);
    if (m_text.isProtected)
        addReveal();
    m_flow->addRightEnd();
    for (const BannerBadge& badge : m_text.badges)
        addBadge(badge);
    QStringList spoken {m_text.name};
    for (const BannerField& field : m_text.fields)
        spoken.append(field.label + u' ' + field.value);
    for (const BannerBadge& badge : m_text.badges)
        spoken.append(badge.text);
    setAccessibleName(tr("Patient: %1").arg(spoken.join(u", "_s)));
    layout()->addWidget(m_content);
}

void PatientBanner::addField(const BannerField& field)
{
    auto* pair = new QWidget(m_content);
    auto* column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* label = new TextLabel(m_theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, pair);
    label->setText(field.label);
    column->addWidget(label);
    if (!field.copy.isEmpty()) {
        m_number->show(field);
        label->setBuddy(m_number);
        column->addWidget(m_number);
        m_number->setVisible(true);
    } else {
        auto* value = new TextLabel(m_theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::Medium, pair);
        value->setObjectName(u"banner-"_s + field.key);
        value->setText(field.value);
        value->setWrapsLate();
        value->setSelectable(true);
        value->setAccessibleName(field.label + u' ' + field.value);
        column->addWidget(value);
    }
    m_flow->addWidget(pair);
}

void PatientBanner::addBadge(const BannerBadge& badge)
{
    Tag* tag = makeBadge(m_theme, badge, m_content);
    tag->setObjectName(u"bannerBadge%1"_s.arg(static_cast<int>(badge.kind)));
    m_flow->addWidget(tag);
}

void PatientBanner::addReveal()
{
    auto* reveal = new QPushButton(tr("Visa"), m_content);
    reveal->setObjectName(u"bannerReveal"_s);
    reveal->setAccessibleName(tr("Visa namn och personnummer"));
    reveal->setEnabled(false);
    auto* why = new TextLabel(m_theme, Theme::Text::Small, TextLabel::Tone::Muted, QFont::Normal, m_content);
    why->setObjectName(u"bannerRevealReason"_s);
    why->setText(tr("Kräver särskild behörighet från inloggningen"));
    why->setWrapsLate();
    reveal->setToolTip(why->text());
    reveal->setAccessibleDescription(why->text());
    m_flow->addWidget(reveal);
    m_flow->addWidget(why);
}

void PatientBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = m_theme.tokens();
    painter.fillRect(rect(), m_text.isDeceased ? tokens.raised : tokens.surface);
    if (m_text.isDeceased)
        painter.fillRect(QRect(0, 0, deceasedBand, height()), QBrush(tokens.muted, Qt::BDiagPattern));
    painter.fillRect(QRect(0, height() - accentLine, width(), accentLine), m_text.isDeceased ? tokens.muted : tokens.accent);
}

IdentityLabel::IdentityLabel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_value(new TextLabel(theme, Theme::Text::Body, TextLabel::Tone::Plain, QFont::Medium, this))
{
    setObjectName(u"banner-identity"_s);
    setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_value);
    auto* action = new QAction(tr("Kopiera numret"), this);
    action->setObjectName(u"copyIdentity"_s);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, &IdentityLabel::copy);
    addAction(action);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void IdentityLabel::show(const BannerField& field)
{
    m_copy = field.copy;
    m_value->setText(field.value);
    setAccessibleName(field.label + u' ' + field.value);
    setToolTip(tr("Kopiera %1 (Ctrl+C)").arg(field.copy));
}

void IdentityLabel::copy() const
{
    QGuiApplication::clipboard()->setText(m_copy);
}

void IdentityLabel::mouseDoubleClickEvent(QMouseEvent*)
{
    copy();
}

void IdentityLabel::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = palette().color(QPalette::Window);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

} // namespace mottaget::ui
