// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <iterator>
#include <optional>

namespace mottaget::fhir {

struct Node;
struct Tape;

//! A look at one value of a Document: two pointers, copied freely, valid as long as its Document lives (also after the
//! Document was moved). Reading never fails: what is absent or of another kind reads as absent, so that a path such as
//! `resource["meta"]["versionId"].text()` needs no checks on the way. Safe to read from several threads.
class Element final {
public:
    enum class Kind { Absent, Null, Bool, Number, String, Array, Object };

    Element() = default;
    Element(const Tape& tape, const Node& node) : m_tape(&tape), m_node(&node) {}

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isPresent() const { return m_node != nullptr; }
    [[nodiscard]] bool isObject() const { return kind() == Kind::Object; }
    [[nodiscard]] bool isArray() const { return kind() == Kind::Array; }

    //! The member of that name of an object.
    [[nodiscard]] Element operator[](QByteArrayView key) const;
    //! The item at that place of an array.
    [[nodiscard]] Element at(qsizetype index) const;
    //! Items of an array or members of an object; 0 for all else.
    [[nodiscard]] qsizetype size() const;
    //! The name this value has in its object; empty for items and roots.
    [[nodiscard]] QByteArray key() const;
    //! The first member called `name` and a type, for `value[x]`: valueString, valueQuantity ... Its key() says which.
    [[nodiscard]] Element choice(QByteArrayView name) const;

    //! A string's text; empty for all else.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QByteArray utf8() const;
    //! Whether this is a string of exactly that text, given in UTF-8. Allocates nothing for strings without escapes.
    [[nodiscard]] bool is(QByteArrayView utf8) const;
    [[nodiscard]] std::optional<bool> boolean() const;
    //! A number as it is written: 0.10 stays 0.10. Empty for all else.
    [[nodiscard]] QByteArrayView number() const;
    //! A number without fraction and exponent that fits.
    [[nodiscard]] std::optional<qint64> integer() const;

    //! The exact bytes of this value in the source.
    [[nodiscard]] QByteArrayView source() const;
    //! Where source() begins in the document; -1 when absent.
    [[nodiscard]] qsizetype offset() const;

    //! The name as written, without quotes, and where its opening quote stands; empty and -1 for items and roots.
    [[nodiscard]] QByteArrayView keySource() const;
    [[nodiscard]] qsizetype keyOffset() const;

    //! Over the items of an array or the members of an object.
    class Iterator;
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

private:
    [[nodiscard]] char first() const;

    const Tape* m_tape = nullptr;
    const Node* m_node = nullptr;
};

class Element::Iterator final {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Element;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Element;

    Iterator() = default;
    Iterator(const Tape* tape, const Node* node) : m_tape(tape), m_node(node) {}

    [[nodiscard]] Element operator*() const { return Element(*m_tape, *m_node); }
    Iterator& operator++();
    Iterator operator++(int)
    {
        const Iterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_node == b.m_node; }

private:
    const Tape* m_tape = nullptr;
    const Node* m_node = nullptr;
};

} // namespace mottaget::fhir
