// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace mottaget::fhir {

//! Why bytes were not taken as a FHIR document, or a document not as the resource asked for. Carries no text of the body,
//! so that it may be logged.
struct ParseError {
    enum class Code {
        Empty,             //!< nothing but white space
        Html,              //!< a web page: a captive portal or a proxy's error page
        Xml,               //!< FHIR or other XML
        TooLarge,          //!< more bytes than Limits::bytes
        TooDeep,           //!< nested deeper than Limits::depth
        TooManyElements,   //!< more values than Limits::elements
        Truncated,         //!< ends in the middle
        ByteOrderMark,     //!< RFC 8259 8.1: must not be added
        BadUtf8,
        ControlCharacter,  //!< an unescaped one in a string
        BadEscape,         //!< unknown escape, lone surrogate or the character NUL
        BadNumber,
        Syntax,
        TrailingContent,
        DuplicateKey,      //!< RFC 8259 4 leaves the meaning open; two readers could act on two values
        WrongType,         //!< another resourceType than asked for, or no resource at all
        BadId,             //!< id is not a FHIR id, R4 2.24.0.1: [A-Za-z0-9\-\.]{1,64}
    };
    Code code = Code::Syntax;
    qsizetype offset = -1; //!< byte of the source where it was seen; -1 when it has no place

    friend bool operator==(const ParseError&, const ParseError&) = default;
};

} // namespace mottaget::fhir
