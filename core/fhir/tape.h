// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace mottaget::fhir {

//! One value of a parsed document; private to this room. Nodes stand in source order, a container before its content.
struct Node {
    static constexpr quint32 escapedBit = 0x80000000U;

    quint32 begin = 0;     //!< first byte of the value
    quint32 end = 0;       //!< one past its last byte
    quint32 next = 0;      //!< node after this value and all it holds
    quint32 key = 0;       //!< first byte of the member's name, inside the quotes
    quint32 keyLength = 0; //!< of the name as written; escapedBit when it holds escapes; 0 and key 0 for array items
};

//! The source bytes with the index over them. Values are read from the source when asked for, so that every number and
//! every white space keeps its exact text, and parsing copies nothing.
struct Tape {
    QByteArray buffer; //!< the source and padding
    qsizetype size = 0;
    std::vector<Node> nodes;

    [[nodiscard]] QByteArrayView view(quint32 begin, quint32 end) const
    {
        return QByteArrayView(buffer.constData() + begin, qsizetype(end) - qsizetype(begin));
    }
    [[nodiscard]] QByteArrayView source(const Node& node) const { return view(node.begin, node.end); }
    [[nodiscard]] QByteArrayView keySource(const Node& node) const
    {
        return view(node.key, node.key + (node.keyLength & ~Node::escapedBit));
    }
};

} // namespace mottaget::fhir
