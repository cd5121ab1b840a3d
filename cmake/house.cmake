# SPDX-License-Identifier: GPL-3.0-or-later
# One way to declare a library, a program and a test, so that the rules of the house hold everywhere.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC_PATH_PREFIX OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(mottaget_house INTERFACE)
target_include_directories(mottaget_house INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(mottaget_house INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Werror
  -fstack-protector-strong
  # GCC 12 takes the move of a std::variant at -O2 for a read of what was never set; clang-tidy looks for real ones.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_compile_definitions(mottaget_house INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_NO_FOREACH
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  $<$<CONFIG:Debug>:QT_FORCE_ASSERTS>
  $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
target_link_options(mottaget_house INTERFACE -Wl,-z,relro,-z,now)

if(MOTTAGET_SANITIZE)
  target_compile_options(mottaget_house INTERFACE -fsanitize=${MOTTAGET_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(mottaget_house INTERFACE -fsanitize=${MOTTAGET_SANITIZE})
endif()

# mottaget_library(core/base SOURCES ... [LINKS public targets] [PRIVATE_LINKS private targets])
# The target is the path with '/' as '_', so core/base is mottaget_core_base.
function(mottaget_library path)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  string(REPLACE "/" "_" name "mottaget_${path}")
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC mottaget_house ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
  set_property(GLOBAL APPEND PROPERTY MOTTAGET_LIBRARIES ${name})
endfunction()

# mottaget_test(core/identity/tst_hsaid LIBS mottaget_core_identity [SOURCES more.cpp] [NOQT])
# Builds tests/<path>.cpp and registers it with ctest; runs offscreen, in any order.
function(mottaget_test path)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBS;SOURCES" ${ARGN})
  get_filename_component(name "${path}" NAME)
  string(REPLACE "/" "_" target "${path}")
  add_executable(${target} "${CMAKE_SOURCE_DIR}/tests/${path}.cpp" ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE mottaget_house Qt6::Test ${ARG_LIBS})
  target_compile_definitions(${target} PRIVATE MOTTAGET_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
  add_test(NAME ${path} COMMAND ${target})
  set_tests_properties(${path} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false;LANG=C.UTF-8")
  # Those that name no limit of their own have what ./dev test gives.
  if(ARG_TIMEOUT)
    set_tests_properties(${path} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
  endif()
endfunction()
