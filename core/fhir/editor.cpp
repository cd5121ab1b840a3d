// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fhir/editor.h"

#include "core/fhir/jsontext.h"

namespace mottaget::fhir {

namespace {

using Code = EditError::Code;

[[nodiscard]] qsizetype endOf(Element element)
{
    return element.offset() + element.source().size();
}

//! Where the member or item begins, its name included.
[[nodiscard]] qsizetype beginOf(Element element)
{
    return element.keyOffset() >= 0 ? element.keyOffset() : element.offset();
}

[[nodiscard]] Result<Element, EditError> child(Element parent, const Step& step, qsizetype depth)
{
    if (step.key() != nullptr ? !parent.isObject() : !parent.isArray())
        return failed(EditError {Code::WrongKind, depth});
    return step.key() != nullptr ? parent[*step.key()] : parent.at(*step.index());
}

[[nodiscard]] Element lastChild(Element parent)
{
    Element last;
    for (const Element each : parent)
        last = each;
    return last;
}

//! `value` inside the containers that the steps from `first` on ask for.
[[nodiscard]] Result<Json, EditError> wrapped(const Path& path, qsizetype first, const Json& value)
{
    Json whole = value;
    for (qsizetype i = path.size() - 1; i >= first; --i) {
        const Step& step = path[i];
        if (step.index() != nullptr && *step.index() != 0)
            return failed(EditError {Code::NoSuchIndex, i});
        whole = step.key() != nullptr ? Json::object().with(*step.key(), whole) : Json::array({whole});
    }
    return whole;
}

} // namespace

Result<Editor, ParseError> Editor::of(QByteArrayView source, const Limits& limits)
{
    return Document::parse(source, limits).map([&](Document&& document) { return Editor(std::move(document), limits); });
}

Result<void, EditError> Editor::set(const Path& path, const Json& value)
{
    Q_ASSERT(!path.isEmpty());
    Element here = root();
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto next = child(here, path[i], i);
        if (!next)
            return failed(next.error());
        if (!next->isPresent()) {
            const auto whole = wrapped(path, i + 1, value);
            return whole ? insert(here, path[i], *whole, i) : failed(whole.error());
        }
        here = *next;
    }
    return splice(here.offset(), endOf(here), value.bytes(), path.size() - 1);
}

Result<void, EditError> Editor::append(const Path& path, const Json& value)
{
    Element here = root();
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto next = child(here, path[i], i);
        if (!next)
            return failed(next.error());
        here = *next;
        if (!here.isPresent())
            break;
    }
    Path end = path;
    end << Step(here.isArray() ? here.size() : 0);
    return set(end, value);
}

Result<void, EditError> Editor::remove(const Path& path)
{
    Q_ASSERT(!path.isEmpty());
    QList<Element> line {root()};
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto next = child(line.last(), path[i], i);
        if (!next)
            return failed(next.error());
        if (!next->isPresent())
            return {};
        line << *next;
    }
    while (line.size() > 2 && line[line.size() - 2].size() == 1)
        line.removeLast();
    const Element gone = line.last();
    Element before;
    Element after;
    for (const Element each : line[line.size() - 2]) {
        if (each.offset() < gone.offset())
            before = each;
        else if (each.offset() > gone.offset() && !after.isPresent())
            after = each;
    }
    const qsizetype begin = before.isPresent() ? endOf(before) : beginOf(gone);
    const qsizetype end = !before.isPresent() && after.isPresent() ? beginOf(after) : endOf(gone);
    return splice(begin, end, {}, path.size() - 1);
}

// The neighbour shows how to write: what stands before it, and between its name and its value, is repeated.
Result<void, EditError> Editor::insert(Element parent, const Step& step, const Json& value, qsizetype depth)
{
    if (step.index() != nullptr && *step.index() != parent.size())
        return failed(EditError {Code::NoSuchIndex, depth});
    const QByteArrayView source = m_document.source();
    const Element neighbour = lastChild(parent);
    QByteArray before;
    QByteArray between(":");
    qsizetype place = parent.offset() + 1;
    if (neighbour.isPresent()) {
        place = endOf(neighbour);
        const qsizetype begin = beginOf(neighbour);
        qsizetype space = begin;
        while (QByteArrayView(" \t\r\n").contains(source[space - 1]))
            --space;
        before = ',' + source.sliced(space, begin - space).toByteArray();
    }
    if (step.key() == nullptr)
        return splice(place, place, QByteArray(before + value.bytes()), depth);
    if (neighbour.isPresent()) {
        const qsizetype keyEnd = neighbour.keyOffset() + neighbour.keySource().size() + 2;
        between = source.sliced(keyEnd, neighbour.offset() - keyEnd).toByteArray();
    }
    return splice(place, place, QByteArray(before + '"' + escaped(*step.key()) + '"' + between + value.bytes()), depth);
}

Result<void, EditError> Editor::splice(qsizetype begin, qsizetype end, QByteArrayView replacement, qsizetype depth)
{
    const QByteArrayView source = m_document.source();
    QByteArray edited;
    edited.reserve(source.size() - (end - begin) + replacement.size());
    edited.append(source.first(begin)).append(replacement).append(source.sliced(end));
    auto document = Document::parse(edited, m_limits);
    if (!document)
        return failed(EditError {Code::TooLarge, depth}); // the splice itself keeps the grammar
    m_document = std::move(*document);
    return {};
}

} // namespace mottaget::fhir
