# Run by cpack as the generator External: the staged tree and all that it needs become one tarball.
set(tarball ${CPACK_TOPLEVEL_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.tar.gz)
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/tarball ${CPACK_TEMPORARY_DIRECTORY} ${tarball} COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES ${tarball})
