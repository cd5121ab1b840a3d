# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=<tree> -P cmake/checkarrows.cmake: the includes of a tree against the arrows, without configuring it.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/arrows.cmake")
mottaget_arrow_violations("${ROOT}" violations)
foreach(violation IN LISTS violations)
  message(SEND_ERROR "against the arrows: ${violation}")
endforeach()
