// What may be chosen for handouts, and what happens where something is missing or hostile.
#include <map>
#include <sstream>

#include "handouts.h"
#include "pdf.h"
#include "temporary_folder.h"

namespace hornbook {

TEST_CASE("book.toml says how a book is printed, and the command line goes before it") {
    TemporaryFolder folder;
    folder.write("book/book.toml",
                 "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n[handout]\npaper = \"Letter\"\nparts = [\"worksheet\", \"key\"]\n"
                 "versions = [\"A\"]\nseed = 12\n");
    folder.write("book/chapters/01-a.md", "# A\n\n~~~quiz\n## One?\n- [x] a\n- [ ] b\n~~~\n");
    std::string book = (folder / "book").string();
    make_handout(book, folder / "out", {"--parts", "worksheet"});
    CHECK(pdfs_in(folder / "out").size() == 1);
    std::string sheet = (folder / "out/01-a-worksheet-A.pdf").string();
    CHECK(pdf_fact(sheet, "Page size").find("612 x 792") == 0);
    CHECK(text_of_pdf(sheet).find("Version A") != std::string::npos);
    CHECK(text_of_pdf(sheet).find("Seed") == std::string::npos);  // it would say nothing to a pupil
    CHECK(run_hornbook({"build", book, "--to", "handout"}).exit_code == 0);
    std::string key = text_of_pdf((folder / "book/dist/t-handout/01-a-key-A.pdf").string());
    CHECK(key.find("Version A · Seed 12") != std::string::npos);
    folder.write("book/book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n[handout]\npaper = \"A5\"\n");
    ProcessResult wrong = run_hornbook({"check", book});
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.errors.find("book.toml:5:9: error: `A5` is not one of the values that this takes") != std::string::npos);
    CHECK(run_hornbook({"build", book, "--to", "handout", "--edition", "student"}).exit_code != 0);
}

TEST_CASE("a worksheet for a word processor holds the questions and room to write") {
    TemporaryFolder folder;
    make_handout(bundled, folder / "out", {"--chapter", "02-kirov", "--docx", "--parts", "worksheet"});
    std::string text = output_of({"unzip", "-p", (folder / "out/02-kirov-worksheet.docx").string(), "word/document.xml"});
    CHECK(text.find("How useful is Source B") != std::string::npos);
    CHECK(text.find("________________________________") != std::string::npos);
    CHECK(text.find("☐") != std::string::npos);
}

// The words that follow each page's mark in the EPUB stand on that page of the printed reading.
TEST_CASE("with a page list, screens and paper turn to the same page") {
    TemporaryFolder folder;
    folder.write("book/book.toml",
                 "title = \"T\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\nchapters = [\"04-red-army.md\", \"05-order-00447.md\"]\n"
                 "[handout]\npage_list = true\n");
    for (const char* name : {"chapters/04-red-army.md", "chapters/05-order-00447.md", "chapters/glossary.md"}) {
        std::string text = bytes_of_file(bundled + "/" + name);
        text = std::regex_replace(text, std::regex(R"re(\]\(0[0-9a-z-]*\.md[^)]*\))re"), "](#)");
        folder.write(std::string("book/") + name, std::regex_replace(text, std::regex(R"re(\]\(#\))re"), "](https://example.org/)"));
    }
    fs::copy(bundled + "/images", folder / "book/images");
    std::string book = (folder / "book").string();
    ProcessResult epub = run_hornbook({"build", book, "-o", (folder / "t.epub").string()});
    INFO(epub.errors);
    REQUIRE(epub.exit_code == 0);
    make_handout(book, folder / "out", {"--parts", "reading"});
    std::size_t seen = 0;
    for (const char* chapter : {"04-red-army", "05-order-00447"}) {
        std::string reading = (folder / "out" / (std::string(chapter) + "-reading.pdf")).string();
        std::string page = output_of({"unzip", "-p", (folder / "t.epub").string(), "EPUB/" + std::string(chapter) + ".xhtml"});
        std::regex mark(R"re(id="page-[0-9]+-([0-9]+)" aria-label="([0-9]+–[0-9]+)"></span>([^]{600}))re");
        for (std::sregex_iterator at(page.begin(), page.end(), mark), end; at != end; ++at) {
            INFO(chapter << ", page " << (*at)[2]);
            std::string after = std::regex_replace((*at)[3].str(), std::regex("<[^>]*>?"), "");
            std::istringstream words(after);
            std::string first;
            std::string second;
            words >> first >> second;
            std::string printed = output_of({"pdftotext", "-f", (*at)[1], "-l", (*at)[1], reading, "-"});
            CHECK(std::regex_replace(printed, std::regex("[*\\s]+"), " ").find(first + " " + second) != std::string::npos);
            CHECK(printed.find((*at)[2].str()) != std::string::npos);
            ++seen;
        }
        CHECK(output_of({"unzip", "-p", (folder / "t.epub").string(), "EPUB/nav.xhtml"}).find(std::string(chapter) + ".xhtml#page-") !=
              std::string::npos);
    }
    CHECK(seen >= 5);
    std::vector<std::string> without = {"/usr/bin/env", "PATH=/nowhere", program, "build", book, "-o", (folder / "u.epub").string()};
    CHECK(run_process(without, "", {}).exit_code == 2);
}

TEST_CASE("without the engine the message says how to get it, and HTML can still be made") {
    TemporaryFolder folder;
    std::string out = (folder / "out").string();
    std::vector<std::string> command = {"/usr/bin/env", "PATH=/nowhere", program, "build", bundled, "--to", "handout", "-o", out,
                                        "--parts",      "cards"};
    ProcessResult without = run_process(command, "", {});
    CHECK(without.exit_code == 2);
    CHECK(without.errors.find("apt install weasyprint") != std::string::npos);
    CHECK_FALSE(fs::exists(out));
    command.emplace_back("--html");
    ProcessResult html = run_process(command, "", {});
    CHECK(html.exit_code == 0);
    CHECK(html.errors.find("apt install weasyprint") != std::string::npos);
    CHECK(fs::exists(out + "/cards.html"));
    CHECK_FALSE(fs::exists(out + "/cards.pdf"));
}

TEST_CASE("an engine that is there and fails is not called missing") {
    TemporaryFolder folder;
    folder.write("bin/weasyprint", "#!/bin/sh\necho 'no module named cffi' >&2\nexit 1\n");
    fs::permissions(folder / "bin/weasyprint", fs::perms::owner_all);
    ProcessResult failing = run_process({"/usr/bin/env", "PATH=" + (folder / "bin").string() + ":/usr/bin:/bin", program, "build", bundled,
                                         "--to", "handout", "-o", (folder / "out").string(), "--parts", "cards"},
                                        "", {});
    CHECK(failing.exit_code == 2);
    CHECK(
        failing.errors.find("PDFs are made by WeasyPrint, which fails on this machine: it ended with exit code 1: no module named cffi") !=
        std::string::npos);
}

TEST_CASE("a script that no font has is named, and those that fonts have come out") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Letters\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# Letters\n\nПривет नमस्ते مرحبا שלום 中文。\n");
    ProcessResult result = run_hornbook({"build", folder.path(), "--to", "handout", "--parts", "reading", "-o", (folder / "out").string()});
    CHECK(result.exit_code == 0);
    CHECK(result.errors.empty());
    std::string text = text_of_pdf((folder / "out/01-a-reading.pdf").string());
    for (const char* word : {"Привет", "中文"}) {
        CHECK(text.find(word) != std::string::npos);
    }
    fs::path fonts = folder / "fonts.conf";
    folder.write("fonts.conf",
                 "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/truetype/liberation2</dir><dir>/usr/share/fonts/truetype/"
                 "liberation</dir><cachedir>" +
                     (folder / "cache").string() + "</cachedir></fontconfig>");
    result = run_process({"/usr/bin/env", "FONTCONFIG_FILE=" + fonts.string(), program, "build", folder.path(), "--to", "handout",
                          "--parts", "reading", "-o", (folder / "out").string()},
                         "", {});
    CHECK(result.exit_code == 0);
    CHECK(result.errors.find("Devanagari") != std::string::npos);
    CHECK(result.errors.find("fonts-noto-cjk") != std::string::npos);
    CHECK(result.errors.find("Cyrillic") == std::string::npos);
}

// What a stranger's book tries to bring in from the machine on which it is built.
TEST_CASE("a hostile book prints nothing from outside it") {
    TemporaryFolder folder;
    folder.write("secret.txt", "swordfish");
    folder.write("secret.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"20\"><text y=\"15\">swordfish</text></svg>");
    std::string secret = "file://" + (folder / "secret.svg").string();
    folder.write("book/book.toml", "title = \"T</title><img src='" + secret + "'>\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("book/images/a.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" height=\"20\"><image "
                 "width=\"90\" height=\"20\" xlink:href=\"" +
                     secret + "\"/><style>rect{fill:url(" + secret + ")}</style></svg>");
    folder.write("book/styles/handout.css", "/* </style><link rel=stylesheet href='" + secret + "'><link rel=attachment href='" + secret +
                                                "'> */ p { color: black; }\n");
    folder.write("book/chapters/01-a.md", "# A\n\n<img src=\"" + secret + "\" alt=\"x\"><object data=\"" + secret +
                                              "\"></object><iframe src=\"" + secret +
                                              "\"></iframe>\n\n![a](../images/a.svg)\n\n<p style=\"background:url(" + secret +
                                              ")\">t</p>\n\n<link rel=attachment href=\"" + secret + "\">\n");
    ProcessResult result =
        run_hornbook({"build", (folder / "book").string(), "--to", "handout", "--html", "-o", (folder / "out").string()});
    if (result.exit_code != 0) {  // refused is safe as well, but then the rest must still be tried
        folder.write("book/chapters/01-a.md", "# A\n\n![a](../images/a.svg)\n\n<p style=\"background:url(" + secret + ")\">t</p>\n");
        result = run_hornbook({"build", (folder / "book").string(), "--to", "handout", "--html", "-o", (folder / "out").string()});
    }
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    std::string html = bytes_of_file(folder / "out/01-a-reading.html");
    CHECK(html.find("<img src='") == std::string::npos);
    std::string pdf = (folder / "out/01-a-reading.pdf").string();
    CHECK(text_of_pdf(pdf).find("swordfish") == std::string::npos);
    CHECK(output_of({"pdfdetach", "-list", pdf}).find("0 embedded files") != std::string::npos);
}

}  // namespace hornbook
