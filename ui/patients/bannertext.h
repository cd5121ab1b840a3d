// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/values.h"

#include <QCoreApplication>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace mottaget::ui {

//! A labelled value of the banner. `copy` is what the clipboard gets when it is not the value itself.
struct BannerField {
    QString key; //!< stable, for object names: identity, born, sex
    QString label;
    QString value;
    QString copy;
    friend bool operator==(const BannerField&, const BannerField&) = default;
};

struct BannerBadge {
    enum class Kind { Protected, Interpreter, Deceased, GuardianWrites };
    Kind kind = Kind::Interpreter;
    QString text;
    friend bool operator==(const BannerBadge&, const BannerBadge&) = default;
};

//! Everything the patient banner says, in the order it says it (patient-safety display: name, number, born, sex).
struct BannerText {
    QString name;
    bool isProtected = false;
    bool isDeceased = false;
    bool isKnown = true; //!< false until the patient has been fetched
    QList<BannerField> fields;
    QList<BannerBadge> badges;
    friend bool operator==(const BannerText&, const BannerText&) = default;
};

//! Makes the banner's words. Pure; `today` is the Swedish date.
class BannerTexts final {
    Q_DECLARE_TR_FUNCTIONS(mottaget::ui::BannerTexts)

public:
    BannerTexts() = delete;

    [[nodiscard]] static BannerText of(const care::Case& value, const std::optional<care::Patient>& patient, QDate today);
    //! The number with its kind. The hyphen does not break; what is copied has 12 characters and no hyphen.
    [[nodiscard]] static BannerField identity(const care::Patient& patient, QDate today);
    //! Day of birth and age; says when both come from the number alone.
    [[nodiscard]] static BannerField born(const care::Patient& patient, QDate today);
    [[nodiscard]] static BannerField sex(const care::Patient& patient);
};

} // namespace mottaget::ui
