// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/patients/bannertext.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/theme.h"

#include <QFrame>

namespace mottaget::ui {

class FlowLayout;
class IdentityLabel;

//! Says who the open case is about, across the whole width of the case, outside every splitter and scroll area, so that nothing
//! covers or shortens it (patient-safety display rules of the NHS CUI, PAB and NID). Grows by whole lines. GUI thread.
class PatientBanner final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientBanner)

public:
    explicit PatientBanner(const Theme& theme, QWidget* parent = nullptr);

    void show(const BannerText& text);
    [[nodiscard]] const BannerText& text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void addField(const BannerField& field);
    void addBadge(const BannerBadge& badge);
    void addReveal();

    const Theme& m_theme;
    BannerText m_text;
    IdentityLabel* m_number; //!< one for all patients: its place in the tab order stays
    QWidget* m_content = nullptr;
    FlowLayout* m_flow = nullptr;
};

//! The number. Ctrl+C, the context menu and a double click copy the 12 characters that other systems' search fields take, never
//! the hyphen that is drawn.
class IdentityLabel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdentityLabel)

public:
    explicit IdentityLabel(const Theme& theme, QWidget* parent = nullptr);
    void show(const BannerField& field);
    void copy() const;

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_copy;
    TextLabel* m_value;
};

} // namespace mottaget::ui
