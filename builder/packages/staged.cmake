# Run by cpack between installing and packing: the umask of whoever packs is nobody's business, and Debian's policy wants a changelog and
# compressed manual pages (12.1, 12.7).
if(CPACK_GENERATOR STREQUAL DEB)
  set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
  string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # that of SOURCE_DATE_EPOCH
  file(WRITE ${share}/doc/hornbook/changelog
    "hornbook (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n  * Packaged by Hornbook's own build.\n\n -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${date}\n")
  execute_process(COMMAND gzip -9n ${share}/doc/hornbook/changelog ${share}/man/man1/hornbook.1 ${share}/man/man1/hornbook-pictures.1 ${share}/man/man1/hornbook-conversions.1 ${share}/man/man1/hornbook-codes.1 COMMAND_ERROR_IS_FATAL ANY)
endif()
execute_process(COMMAND chmod -R u=rwX,go=rX ${CPACK_TEMPORARY_INSTALL_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
