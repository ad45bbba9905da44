# What is installed, and the packages that `cpack` makes of it in build/: a .deb, and a tarball that needs nothing but glibc.
set(HORNBOOK_MAINTAINER "The Hornbook authors <hornbook@example.org>" CACHE STRING
  "Who answers for the packages: example.org is nobody's (RFC 2606), so whoever hands them on says here who they are")

set(data ${CMAKE_INSTALL_DATADIR}/hornbook)
install(TARGETS hornbook hornbook-pictures hornbook-conversions RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET hornbook-codes)
  install(TARGETS hornbook-codes RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES builder/packages/hornbook.1 builder/packages/hornbook-pictures.1 builder/packages/hornbook-conversions.1 builder/packages/hornbook-codes.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(DIRECTORY plugin/koreader/hornbook.koplugin DESTINATION ${data}/koreader)
install(FILES plugin/quiz-data.schema.json plugin/glossary-data.schema.json plugin/results.schema.json plugin/results-codes.md DESTINATION ${data})
install(FILES plugin/grading/README.md plugin/grading/languages.json plugin/grading/signs.json DESTINATION ${data}/grading)
# What builder/studio/build has made, where it has been run.
install(FILES ${CMAKE_BINARY_DIR}/studio/hornbook-studio.html DESTINATION ${data} OPTIONAL)
# What shells complete, and the manual as the program writes it.
install(FILES builder/packages/completions/hornbook.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME hornbook)
install(FILES builder/packages/completions/_hornbook DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES builder/packages/completions/hornbook.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
set(manual ${CMAKE_BINARY_DIR}/hornbook-manual.epub)
add_custom_command(OUTPUT ${manual} COMMAND hornbook manual -o ${manual} > ${CMAKE_BINARY_DIR}/manual.log 2>&1 DEPENDS hornbook hornbook-pictures hornbook-conversions)
add_custom_target(hornbook_manual ALL DEPENDS ${manual})
install(FILES ${manual} DESTINATION ${data})
# The README's pictures and links lie where they lie here.
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES images/readme-pages.png images/readme-worksheet.png DESTINATION ${CMAKE_INSTALL_DOCDIR}/images)
install(FILES plugin/koreader/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/plugin/koreader)
install(DIRECTORY plugin/koreader/pictures DESTINATION ${CMAKE_INSTALL_DOCDIR}/plugin/koreader)

set(CPACK_GENERATOR DEB External)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/builder/packages/each_package.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/builder/packages/staged.cmake)
set(CPACK_PACKAGE_NAME hornbook)
set(CPACK_PACKAGE_VENDOR "The Hornbook authors")
set(CPACK_PACKAGE_FILE_NAME hornbook-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${HORNBOOK_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "compiler of Markdown chapters and quizzes into EPUB")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Hornbook compiles a folder of Markdown chapters, a glossary and quizzes into
one valid, accessible EPUB for e-readers and tablets. Its quizzes work on
every reader, with no script and no network. From the same source it makes
worksheets to print, with keys, and tables of a class's results.

With it comes a plugin by which KOReader plays the quizzes of such books.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-dejavu-core)  # for covers that are drawn
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "pandoc, weasyprint")  # for formulas, and for paper
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_EXTERNAL_PACKAGE_SCRIPT ${CMAKE_SOURCE_DIR}/builder/packages/tarball.cmake)
set(CPACK_EXTERNAL_ENABLE_STAGING ON)
include(CPack)
