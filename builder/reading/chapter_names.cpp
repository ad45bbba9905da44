#include "reading/chapter_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 4> endings = {".md", ".markdown", ".mdown", ".mkd"};

struct Document {
    std::string_view ending;
    std::string_view hint;
};
constexpr std::string_view of_markdown = "give it a name that ends in `.md` if it is Markdown, or move it out of chapters/";
constexpr std::string_view of_others = "save it as Markdown, with a name that ends in `.md`, or move it out of chapters/";
constexpr std::string_view of_banks = "`hornbook import` makes a chapter of it; move it out of chapters/";
constexpr std::array<Document, 42> documents = {{
    {".txt", of_markdown},    {".text", of_markdown}, {".mdx", of_markdown},     {".rmd", of_markdown},    {".qmd", of_markdown},
    {".mdwn", of_markdown},   {".mkdn", of_markdown}, {".mdtxt", of_markdown},   {".mdtext", of_markdown}, {".md.txt", of_markdown},
    {".docx", of_others},     {".doc", of_others},    {".odt", of_others},       {".rtf", of_others},      {".pages", of_others},
    {".html", of_others},     {".htm", of_others},    {".rst", of_others},       {".adoc", of_others},     {".asciidoc", of_others},
    {".tex", of_others},      {".ipynb", of_others},  {".org", of_others},       {".textile", of_others},  {".epub", of_others},
    {".gift", of_banks},      {".xml", of_banks},     {".aiken", of_banks},      {".imscc", of_banks},     {".markdn", of_markdown},
    {".mkdown", of_markdown}, {".mdoc", of_markdown}, {".markdwn", of_markdown}, {".m", of_markdown},      {".fodt", of_others},
    {".sxw", of_others},      {".wpd", of_others},    {".wps", of_others},       {".pdf", of_others},      {".ppt", of_others},
    {".pptx", of_others},     {".odp", of_others},
}};

std::string_view without_folders(std::string_view name) {
    return name.substr(name.rfind('/') + 1);
}

// Whether a name such as "04-rain", "1. Rain" or "notes 1.2" has no ending: what follows its dot cannot be one.
bool has_no_ending(std::string_view name) {
    constexpr std::size_t longest = 12;
    std::size_t dot = name.rfind('.');
    std::string_view ending = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    bool is_ending = !ending.empty() && ending.size() <= longest && ending.find(' ') == std::string_view::npos &&
                     ending.find_first_not_of("0123456789") != std::string_view::npos;
    return !is_ending;
}

bool is_about_folder(std::string_view folded) {
    constexpr std::array<std::string_view, 9> names = {"readme",    "license",  "licence", "copying",     "authors",
                                                       "changelog", "makefile", "todo",    "contributing"};
    return std::find(names.begin(), names.end(), folded) != names.end();
}

std::string_view ending_of(std::string_view folded) {
    auto found = std::find_if(endings.begin(), endings.end(), [&](std::string_view ending) { return folded.ends_with(ending); });
    return found != endings.end() ? *found : std::string_view();
}

}  // namespace

bool is_chapter_file(std::string_view name) {
    return !without_folders(name).starts_with("~$") && !ending_of(fold_case(name)).empty();
}

bool is_glossary_file(std::string_view name) {
    std::string folded = fold_case(name);
    std::string_view ending = ending_of(folded);
    return !ending.empty() && folded.substr(0, folded.size() - ending.size()) == "glossary";
}

bool is_nearly_glossary_file(std::string_view name) {
    return is_chapter_file(name) && !is_glossary_file(name) && fold_case(title_in_name(name)) == "glossary";
}

std::string_view hint_on_document(std::string_view name) {
    std::string folded = fold_case(without_folders(name));
    if (folded.starts_with("~$") || folded.starts_with('.')) {
        return {};
    }
    auto row = std::find_if(documents.begin(), documents.end(), [&](const Document& each) { return folded.ends_with(each.ending); });
    bool plain = row == documents.end() && has_no_ending(folded) && !is_about_folder(folded);
    return plain ? of_markdown : row != documents.end() ? row->hint : std::string_view();
}

std::string title_in_name(std::string_view name) {
    std::string_view words = without_folders(name);
    words = words.substr(0, std::min(words.rfind('.'), words.size()));
    std::size_t number = std::min(words.find_first_not_of("0123456789"), words.size());
    std::size_t begin = number == 0 ? 0 : std::min(words.find_first_not_of(" .-_)", number), words.size());
    words = begin > number && begin < words.size() ? words.substr(begin) : words;
    std::string title(words);
    bool has_spaces = title.find(' ') != std::string::npos;  // a hyphen is the author's own then
    std::replace_if(
        title.begin(), title.end(), [&](char c) { return c == '_' || (c == '-' && !has_spaces); }, ' ');
    return normalise(collapse_spaces(title));
}

}  // namespace hornbook
