// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/writtentext.h"
#include "ui/messages/panels.h"
#include "ui/widgets/sentences.h"

#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace mottaget::ui {

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::TextPanel)

public:
    static QString title(care::Verb verb)
    {
        switch (verb) {
        case care::Verb::Note: return tr("Intern notering");
        case care::Verb::Correct: return tr("Rättelse till invånaren");
        case care::Verb::Redirect: return tr("Hänvisa till annan enhet");
        case care::Verb::Withdraw: return tr("Återta på invånarens begäran");
        case care::Verb::Reopen: return tr("Återuppta ärendet");
        case care::Verb::Take:
        case care::Verb::Assign:
        case care::Verb::Start:
        case care::Verb::Partial:
        case care::Verb::Question:
        case care::Verb::Reply:
        case care::Verb::Prioritise:
        case care::Verb::Close: return Sentences::verb(verb);
        }
        Q_UNREACHABLE();
    }

    static QString hint(care::Verb verb)
    {
        if (verb == care::Verb::Note)
            return tr("Visas inte på 1177, men kan begäras ut.");
        if (verb == care::Verb::Correct)
            return tr("Skickas som ett nytt meddelande. Det som redan är skickat står kvar.");
        if (verb == care::Verb::Redirect)
            return tr("Invånaren läser texten. Ärendet avslutas hos den här enheten.");
        if (verb == care::Verb::Withdraw)
            return tr("Ärendet avslutas utan svar. Det går inte att göra ogjort när det har skickats.");
        return tr("Ett nytt ärende skapas och knyts till det avslutade.");
    }

    static QString caption(care::Verb verb)
    {
        if (verb == care::Verb::Redirect)
            return tr("Vart invånaren ska vända sig och varför");
        return verb == care::Verb::Reopen ? tr("Varför, kan lämnas tomt") : tr("Text");
    }

    static QString confirm(care::Verb verb, const QString& patientName)
    {
        if (verb == care::Verb::Note)
            //: %1 is the patient's name.
            return tr("Spara notering för %1").arg(patientName);
        if (verb == care::Verb::Correct)
            //: %1 is the patient's name.
            return tr("Skicka rättelse till %1").arg(patientName);
        if (verb == care::Verb::Redirect)
            //: %1 is the patient's name.
            return tr("Hänvisa %1").arg(patientName);
        if (verb == care::Verb::Withdraw)
            //: %1 is the patient's name.
            return tr("Återta ärendet för %1").arg(patientName);
        //: %1 is the patient's name.
        return tr("Återuppta ärendet för %1").arg(patientName);
    }
};

constexpr int lines = 4;

} // namespace

TextPanel::TextPanel(const Theme& theme, care::Verb verb, const QString& patientName, QWidget* parent)
    : ActionPanel(theme, verb, Words::title(verb), Words::confirm(verb, patientName), parent)
{
    addHint(Words::hint(verb));
    if (verb != care::Verb::Withdraw) {
        m_text = new QPlainTextEdit(this);
        m_text->setObjectName(u"panelText"_s);
        m_text->setAccessibleName(Words::caption(verb));
        m_text->setTabChangesFocus(true);
        m_text->setFont(theme.font(Theme::Text::Body));
        m_text->document()->setDocumentMargin(8);
        m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 20);
        addCaption(Words::caption(verb), m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] { refresh(); });
        setFocusProxy(m_text);
    }
    refresh();
}

QString TextPanel::typed() const
{
    return m_text ? m_text->toPlainText() : QString();
}

void TextPanel::putBack(const QString& text)
{
    if (!m_text)
        return;
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

Result<PanelAnswer, QString> TextPanel::answer() const
{
    using Reason = care::Refusal::Reason;
    const QString text = typed();
    const bool needsText = verb() == care::Verb::Note || verb() == care::Verb::Correct || verb() == care::Verb::Redirect;
    if (needsText && care::isBlank(text))
        return failed(Sentences::refusal({verb() == care::Verb::Redirect ? Reason::MissingReason : Reason::EmptyText, {}}));
    const bool residentReads = verb() == care::Verb::Correct || verb() == care::Verb::Redirect;
    if (residentReads && care::hasPlaceholder(text))
        return failed(Sentences::refusal({Reason::UnfilledTemplate, {}}));
    PanelAnswer chosen;
    chosen.verb = verb();
    chosen.text = text;
    return chosen;
}

} // namespace mottaget::ui
