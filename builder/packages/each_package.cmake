# Read by cpack for each package. The same build gives the same bytes: the last commit's time, not the clock.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git log -1 --format=%ct WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR} OUTPUT_VARIABLE time ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT time)  # a source without its history
    file(TIMESTAMP ${CMAKE_CURRENT_LIST_FILE} time %s)
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${time})
endif()
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
if(CPACK_GENERATOR STREQUAL External)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
endif()
