# What bash completes behind `hornbook`.
_hornbook() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags= values=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "build check init outputs pack plugin results import serve manual forms --help --version" -- "$word"))
    return
  fi
  case ${COMP_WORDS[1]} in
    build)
      flags="-h --help --jobs --strict --json --quiet --to --edition --pictures-width --pictures --with-chapters -o --depfile --watch --chapter --parts --versions --seed --paper --large-print --line-numbers --page-list --html --docx --cards"
      case $before in
        --to) values="epub kepub web html5 handout moodle-xml gift qti common-cartridge stardict anki" ;;
        --edition) values="student teacher test" ;;
        --pictures) values="grey keep" ;;
        --paper) values="A4 Letter" ;;
      esac
      ;;
    check)
      flags="-h --help --jobs --strict --json --quiet --watch"
      ;;
    init)
      flags="-h --help"
      ;;
    outputs)
      flags="-h --help"
      ;;
    pack)
      flags="-h --help -o --for --title --base-url --studio --jobs --strict --quiet"
      case $before in
        --for) values="pupils teachers all" ;;
      esac
      ;;
    plugin)
      flags="-h --help -o"
      ;;
    results)
      flags="-h --help --book --roster --codes --sheet --marks --pupils --collector --language -o"
      ;;
    import)
      flags="-h --help -o --from --language"
      case $before in
        --from) values="aiken gift moodle-xml qti" ;;
      esac
      ;;
    serve)
      flags="-h --help --open --port"
      ;;
    manual)
      flags="-h --help --to -o"
      case $before in
        --to) values="epub kepub web html5 handout moodle-xml gift qti common-cartridge stardict anki" ;;
      esac
      ;;
    forms)
      flags="-h --help --to -o"
      case $before in
        --to) values="epub kepub web html5 handout moodle-xml gift qti common-cartridge stardict anki" ;;
      esac
      ;;
  esac
  if [ -n "$values" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _hornbook hornbook
