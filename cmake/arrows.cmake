# SPDX-License-Identifier: GPL-3.0-or-later
# The link line is the law: which room may use which. An include or a link against the arrows stops the configure step.
include_guard()

# room: the rooms it may include and link, itself always included. See docs/decisions/0001-rooms-and-arrows.md.
set(ARROWS_core/base "")
set(ARROWS_core/identity core/base)
set(ARROWS_core/care core/identity core/base)
set(ARROWS_core/crypto core/base)
set(ARROWS_core/fhir core/identity core/base)
set(ARROWS_core/store core/crypto core/care core/identity core/base)
set(ARROWS_core/net core/fhir core/crypto core/base)
set(ARROWS_core/audit core/store core/care core/identity core/base)
set(ARROWS_core/followup core/store core/care core/identity core/base)
set(ARROWS_core/sync core/store core/net core/fhir core/care core/identity core/base)
set(ARROWS_core/session core/sync core/audit core/followup core/store core/net core/fhir core/crypto core/care core/identity core/base)
set(ARROWS_ui core/session core/care core/identity core/base)
set(ARROWS_app/demo core/base)
# The command line composes as the window does: it chooses the keychain.
set(ARROWS_app/cli core/session core/crypto core/care core/identity core/base)

# Qt and other outside headers that only the named rooms may include.
set(OUTSIDE_QtGui "ui|app|tests")
set(OUTSIDE_PATTERNS
  "^core/.*" "<Q(Widget|Application|GuiApplication|Dialog|Pixmap|Image|Icon|Painter|Color|Font|Palette|Brush|Pen)|<QtGui|<QtWidgets"
  "^ui/.*" "<Q(Sql|Network|Json|Tcp|Ssl|HttpServer)|simdjson|sqlite3\\.h|openssl/"
  "^core/(base|identity|care|fhir|sync)/.*" "<Q(Sql|Network|Tcp|Ssl)|sqlite3\\.h"
  "^core/(base|identity|care|store|net|sync|session|audit|followup)/.*" "simdjson|<QJson"
  "^app/demo/.*" "simdjson")

function(mottaget_room_of file out)
  if(file MATCHES "^(core/[a-z]+|app/demo|app/cli|ui)/")
    set(${out} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  else()
    set(${out} "" PARENT_SCOPE)
  endif()
endfunction()

# Reads every header and source below core/, ui/ and app/ under `root`; sets `out` to the list of violations.
function(mottaget_arrow_violations root out)
  set(found "")
  file(GLOB_RECURSE files RELATIVE "${root}" "${root}/core/*.h" "${root}/core/*.cpp" "${root}/ui/*.h" "${root}/ui/*.cpp"
       "${root}/app/*.h" "${root}/app/*.cpp")
  foreach(file IN LISTS files)
    mottaget_room_of("${file}" room)
    file(STRINGS "${root}/${file}" includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
      if(room AND line MATCHES "\"((core|ui|app)/[^\"]+)\"")
        mottaget_room_of("${CMAKE_MATCH_1}" target)
        if(NOT target STREQUAL room AND NOT target IN_LIST ARROWS_${room})
          list(APPEND found "${file}: ${room} may not include ${CMAKE_MATCH_1}")
        endif()
      endif()
      set(patterns ${OUTSIDE_PATTERNS})
      while(patterns)
        list(POP_FRONT patterns where what)
        if(file MATCHES "${where}" AND line MATCHES "${what}")
          list(APPEND found "${file}: ${line} is not for this room")
        endif()
      endwhile()
    endforeach()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# Links of our own libraries, public and private alike.
function(mottaget_link_violations out)
  set(found "")
  get_property(libraries GLOBAL PROPERTY MOTTAGET_LIBRARIES)
  foreach(library IN LISTS libraries)
    string(REGEX REPLACE "^mottaget_" "" room "${library}")
    string(REGEX REPLACE "^(core|app)_" "\\1/" room "${room}")
    get_target_property(links ${library} LINK_LIBRARIES)
    foreach(link IN LISTS links)
      if(link MATCHES "^mottaget_(core|app|ui)")
        string(REGEX REPLACE "^mottaget_" "" target "${link}")
        string(REGEX REPLACE "^(core|app)_" "\\1/" target "${target}")
        if(NOT target IN_LIST ARROWS_${room})
          list(APPEND found "${library} may not link ${link}")
        endif()
      elseif(room MATCHES "^core/" AND link MATCHES "^Qt6::(Gui|Widgets)")
        list(APPEND found "${library} may not link ${link}")
      endif()
    endforeach()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

function(mottaget_check_arrows)
  mottaget_arrow_violations("${CMAKE_SOURCE_DIR}" includes)
  mottaget_link_violations(links)
  foreach(violation IN LISTS includes links)
    message(SEND_ERROR "against the arrows: ${violation}")
  endforeach()
endfunction()
