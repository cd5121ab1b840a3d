// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fhir/element.h"

namespace mottaget::fhir {

//! The items of a repeating element, each seen as a T. Absent, or no array at all, is the empty list. As cheap as the
//! Element it looks at, and valid as long.
template <typename T>
class List final {
public:
    explicit List(Element array) : m_array(array.isArray() ? array : Element()) {}

    class Iterator final {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = T;

        Iterator() = default;
        explicit Iterator(Element::Iterator at) : m_at(at) {}
        [[nodiscard]] T operator*() const { return T(*m_at); }
        Iterator& operator++()
        {
            ++m_at;
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        Element::Iterator m_at;
    };

    [[nodiscard]] Iterator begin() const { return Iterator(m_array.begin()); }
    [[nodiscard]] Iterator end() const { return Iterator(m_array.end()); }
    [[nodiscard]] qsizetype size() const { return m_array.size(); }
    [[nodiscard]] bool isEmpty() const { return begin() == end(); }
    //! The first item; one that is absent when there is none.
    [[nodiscard]] T first() const { return isEmpty() ? T(Element()) : *begin(); }
    [[nodiscard]] Element element() const { return m_array; }

private:
    Element m_array;
};

} // namespace mottaget::fhir
