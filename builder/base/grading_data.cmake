# Writes the tables of plugin/grading/*.json (FOLDER) as C++ (OUT). A property that is not known here is an error.
cmake_minimum_required(VERSION 3.22)

# "AD 200B-200F" -> "{0xAD, 0xAD}, {0x200B, 0x200F}, "
function(ranges_of list result)
  string(REPLACE " " ";" ranges "${list}")
  set(rows "")
  foreach(range IN LISTS ranges)
    if(NOT range MATCHES "^([0-9A-F]+)(-([0-9A-F]+))?$")
      message(FATAL_ERROR "plugin/grading: `${range}` is no code point and no range of them, in `${list}`")
    endif()
    set(last "${CMAKE_MATCH_3}")
    if("${last}" STREQUAL "")
      set(last "${CMAKE_MATCH_1}")
    endif()
    string(APPEND rows "{0x${CMAKE_MATCH_1}, 0x${last}}, ")
  endforeach()
  set(${result} "${rows}" PARENT_SCOPE)
endfunction()

# A C++ string with every byte escaped.
function(literal_of text result)
  string(HEX "${text}" hex)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  set(${result} "\"${bytes}\"" PARENT_SCOPE)
endfunction()

# Keys of the object at the path in the JSON text.
function(keys_of json result)
  string(JSON count LENGTH "${json}" ${ARGN})
  set(keys "")
  if(count GREATER 0)
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
      string(JSON key MEMBER "${json}" ${ARGN} ${i})
      list(APPEND keys "${key}")
    endforeach()
  endif()
  set(${result} "${keys}" PARENT_SCOPE)
endfunction()

set(arrays "")
set(index 0)
# A row of {name, text, signs}; the signs become an array of their own.
macro(add_signs rows name text list)
  ranges_of("${list}" ranges)
  literal_of("${text}" literal)
  string(APPEND arrays "const SignRange signs_${index}[] = {${ranges}};\n")
  string(APPEND ${rows} "    {\"${name}\", ${literal}, signs_${index}},\n")
  math(EXPR index "${index} + 1")
endmacro()

file(READ ${FOLDER}/signs.json json)
set(sign_rows "")
keys_of("${json}" names)
foreach(name IN LISTS names)
  string(JSON type TYPE "${json}" ${name})
  string(JSON value GET "${json}" ${name})
  if(type STREQUAL "STRING")
    add_signs(sign_rows ${name} "" "${value}")
  else()
    keys_of("${value}" texts)
    foreach(text IN LISTS texts)
      string(JSON list GET "${value}" "${text}")
      add_signs(sign_rows ${name} "${text}" "${list}")
    endforeach()
  endif()
endforeach()

file(READ ${FOLDER}/languages.json json)
set(language_rows "")
set(letter_arrays "")
string(JSON languages GET "${json}" languages)
keys_of("${languages}" tags)
foreach(tag IN LISTS tags)
  string(JSON row GET "${languages}" ${tag})
  set(fields "")
  set(letter_rows "")
  keys_of("${row}" keys)
  # In the order of the struct, which designated initialisers want.
  foreach(key decimal_mark groups_of_two right_to_left dotted_i sharp_s full_width zero letters)
    if(key IN_LIST keys)
      list(REMOVE_ITEM keys ${key})
      string(JSON value GET "${row}" ${key})
      if(key STREQUAL "decimal_mark")
        string(APPEND fields ", .decimal_mark = '${value}'")
      elseif(key STREQUAL "zero")
        string(APPEND fields ", .zero = 0x${value}")
      elseif(key STREQUAL "letters")
        keys_of("${value}" texts)
        foreach(text IN LISTS texts)
          string(JSON list GET "${value}" "${text}")
          add_signs(letter_rows letters "${text}" "${list}")
        endforeach()
        string(APPEND letter_arrays "const SignRow letters_of_${index}[] = {\n${letter_rows}};\n")
        string(APPEND fields ", .letters = letters_of_${index}")
      elseif(value)
        string(APPEND fields ", .${key} = true")
      else()
        message(FATAL_ERROR "plugin/grading/languages.json: `${key}` is true, or is not said, in the row of `${tag}`")
      endif()
    endif()
  endforeach()
  if(keys)
    message(FATAL_ERROR "plugin/grading/languages.json: nothing is known of `${keys}`, in the row of `${tag}`")
  endif()
  string(APPEND language_rows "    {.tag = \"${tag}\"${fields}},\n")
endforeach()

set(script_rows "")
string(JSON scripts GET "${json}" scripts)
keys_of("${scripts}" names)
foreach(name IN LISTS names)
  string(APPEND script_rows "    \"${name}\",\n")
endforeach()

file(WRITE ${OUT} "// Made by builder/base/grading_data.cmake.
#include \"base/grading_data.h\"

namespace hornbook {
namespace {
${arrays}${letter_arrays}
const SignRow all_signs[] = {\n${sign_rows}};
const LanguageRow all_languages[] = {\n${language_rows}};
const std::string_view all_scripts[] = {\n${script_rows}};
}  // namespace

std::span<const SignRow> sign_rows() {
    return all_signs;
}

std::span<const LanguageRow> language_rows() {
    return all_languages;
}

std::span<const std::string_view> right_to_left_scripts() {
    return all_scripts;
}

}  // namespace hornbook
")
