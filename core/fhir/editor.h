// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/document.h"
#include "core/fhir/json.h"

#include <QList>

#include <variant>

namespace mottaget::fhir {

//! One step down: the name of a member or the index of an item.
class Step final {
public:
    template <size_t N>
    Step(const char (&key)[N]) : m_step(QByteArray(key)) // NOLINT(google-explicit-constructor): paths read {"note", 0, "text"}
    {
    }
    Step(const QByteArray& key) : m_step(key) {} // NOLINT(google-explicit-constructor): as above
    Step(int index) : m_step(qsizetype(index)) {} // NOLINT(google-explicit-constructor): as above
    Step(qsizetype index) : m_step(index) {} // NOLINT(google-explicit-constructor): as above

    [[nodiscard]] const QByteArray* key() const { return std::get_if<QByteArray>(&m_step); }
    [[nodiscard]] const qsizetype* index() const { return std::get_if<qsizetype>(&m_step); }
    friend bool operator==(const Step&, const Step&) = default;

private:
    std::variant<QByteArray, qsizetype> m_step;
};
using Path = QList<Step>;

//! Why an edit was not made; the bytes are then as before.
struct EditError {
    enum class Code {
        WrongKind,   //!< a name asked of what is no object, an index of what is no array
        NoSuchIndex, //!< beyond the end; the next free index is the end
        TooLarge,    //!< would exceed the limits the Editor was made with
    };
    Code code = Code::WrongKind;
    qsizetype step = 0; //!< which step of the path
    friend bool operator==(const EditError&, const EditError&) = default;
};

//! Loss-free editing: splices the source bytes, so that what is not touched keeps its exact bytes, unknown elements and
//! extensions, the text of numbers, order and white space included. New members follow the style of their neighbours.
//! Every edit costs one parse of the document. Elements of root() live until the next edit.
class Editor final {
public:
    [[nodiscard]] static Result<Editor, ParseError> of(QByteArrayView source, const Limits& limits = {});

    [[nodiscard]] Element root() const { return m_document.root(); }
    [[nodiscard]] QByteArray bytes() const { return m_document.source().toByteArray(); }

    //! Replaces the value at `path` or puts it there; objects and arrays missing on the way are made. The path must have a step.
    Result<void, EditError> set(const Path& path, const Json& value);
    //! Adds an item to the array at `path`, which is made when missing.
    Result<void, EditError> append(const Path& path, const Json& value);
    //! Takes away what is at `path`, and each container this would leave empty, as FHIR has none. Nothing there: nothing done.
    Result<void, EditError> remove(const Path& path);

private:
    Editor(Document document, const Limits& limits) : m_document(std::move(document)), m_limits(limits) {}
    [[nodiscard]] Result<void, EditError> insert(Element parent, const Step& step, const Json& value, qsizetype depth);
    [[nodiscard]] Result<void, EditError> splice(qsizetype begin, qsizetype end, QByteArrayView replacement, qsizetype depth);

    Document m_document;
    Limits m_limits;
};

} // namespace mottaget::fhir
