#include "building/make.h"

#include <algorithm>

#include "base/device_names.h"
#include "base/text.h"
#include "base/trouble.h"
#include "model/mistakes.h"
#include "printing/print.h"
#include "weaving/editions.h"
#include "weaving/versions.h"

namespace hornbook {
namespace {

std::string edition_suffix(std::optional<Edition> edition) {
    return edition == Edition::teacher ? "-teacher" : edition == Edition::test ? "-test" : "";
}

std::size_t size_of_pictures(const Book& book) {
    std::size_t bytes = 0;
    for (const Picture& picture : book.pictures) {
        bytes += picture.bytes.size();
    }
    return bytes;
}

class Maker {
public:
    Maker(const MakeRequest& request, Diagnostics& diagnostics) : request_(request), diagnostics_(diagnostics) {}

    Made make(const Output& output, const WovenBooks& books) {
        progress(output.name);
        settings_ = settings_for(output, request_);
        Made made;
        made.name = file_name(books.whole.metadata.title) + edition_suffix(request_.edition) + std::string(output.suffix);
        Files files;
        std::vector<Edition> editions = editions_for(output, request_.edition);
        for (Edition edition : editions) {
            bool whole = edition == Edition::teacher && output.whole_for_teachers;
            bool has_more = edition == Edition::teacher && &books.whole != &books.pupils && output.make_for_teachers != nullptr;
            Book& book = whole ? books.whole : books.pupils;
            bool is_last_use = books.is_last_use && edition == editions.back() && !has_more;
            Files some = files_of(output, is_last_use ? std::move(book) : book, edition);
            if (edition == Edition::test) {
                prove_equal(some, files_of(output, *books.other, edition));  // the other book has the same losses
            }
            std::move(some.begin(), some.end(), std::back_inserter(files));
            if (has_more) {
                Files more = output.make_for_teachers(edition_of(books.whole, edition, true), settings_);
                std::move(more.begin(), more.end(), std::back_inserter(files));
            }
        }
        if (files.empty() && request_.build.write) {
            throw Trouble("of this book there is nothing for `" + std::string(output.name) + "` to make" +
                          (output.wants.empty() ? "" : "; " + std::string(output.wants)));
        }
        print_files(files, output);
        made.output = &output;
        made.edition = request_.edition ? request_.edition : only_edition(output);
        made.picture_bytes = output.container == Container::archive ? picture_bytes_ : 0;
        put_into_container(made, std::move(files));
        return made;
    }

private:
    void progress(std::string_view stage) const {
        if (request_.build.progress) {
            request_.build.progress(stage);
        }
    }

    static std::optional<Edition> only_edition(const Output& output) {
        return output.together == Together::all_editions ? std::nullopt : std::optional(output.editions.front());
    }

    Files files_of(const Output& output, Book book, Edition edition) {
        Book one = edition_of(std::move(book), edition, request_.build.with_chapters || output.together == Together::all_editions);
        picture_bytes_ = size_of_pictures(one);
        if (output.versions) {
            weave_versions_of(one, *output.versions);
        }
        return output.make(one, settings_, diagnostics_);
    }

    void weave_versions_of(Book& book, const VersionOptions& options) {
        std::string_view letters = settings_.option(options.letters);
        for (const std::string& chapter : weave_versions(book, items_of(letters), settings_.option(options.seed))) {
            diagnostics_.add(Mistake::alike_versions, no_file,
                             "`" + chapter + "` has too few questions and choices for so many versions, so some of them are alike",
                             "ask for fewer versions");
        }
        if (letters.empty() && request_.build.options.contains(options.seed)) {
            diagnostics_.add(Mistake::unused_option, no_file, "`" + flag_for(options.seed) + "` shuffles versions, and none were asked for",
                             "add `" + flag_for(options.letters) + " A,B`");
        }
    }

    // Puts files into their container: an archive, or a single file, takes the name of what is made.
    void put_into_container(Made& made, Files files) {
        if (made.output->container == Container::archive && request_.build.write) {
            made.modified = settings_.modified;  // made while it is written
        } else if (made.output->container == Container::archive) {
            files = {{made.name, make_archive(entries_of(files), settings_.modified, request_.build.jobs)}};
        } else if (made.output->container == Container::file) {
            files.front().name = made.name;
        }
        for (const File& file : files) {
            made.bytes += file.bytes.size();
        }
        made.files = std::move(files);
    }

    // Leaves out, with a note, what this machine has no program to print, as long as other files remain.
    void drop_unprintable(Files& files, bool editable, std::string_view unprinted) {
        auto wants = [editable](const File& file) { return file.print != Print::no && (file.print == Print::docx) == editable; };
        if (std::none_of(files.begin(), files.end(), wants)) {
            return;
        }
        Lack missing = missing_for(editable, request_.build.programs);
        if (missing.what.empty()) {
            return;
        }
        if (!editable && std::none_of(files.begin(), files.end(), [](const File& file) { return file.print == Print::no; })) {
            throw Trouble(in_one_line(missing) +
                          (unprinted.empty() ? "" : ", and `" + flag_for(unprinted) + "` makes the pages for a browser to print"));
        }
        diagnostics_.add(Mistake::no_program, no_file, missing.what, missing.hint);
        std::erase_if(files, wants);
    }

    void print_files(Files& files, const Output& output) {
        if (!request_.build.print) {
            std::erase_if(files, [](const File& file) { return file.print != Print::no; });
            return;
        }
        drop_unprintable(files, true, output.unprinted);
        drop_unprintable(files, false, output.unprinted);
        std::vector<PrintJob> jobs;
        std::vector<File*> printed;
        for (File& file : files) {
            if (file.print != Print::no) {
                jobs.push_back({file.name, std::move(file.bytes).take(), file.print == Print::docx, file.print == Print::numbered_pdf});
                printed.push_back(&file);
            }
        }
        for (const Lack& missing : scripts_without_font(jobs, request_.build.programs)) {
            diagnostics_.add(Mistake::no_font, no_file, missing.what, missing.hint);
        }
        auto count = [this](std::size_t done, std::size_t all) {
            progress("printed " + std::to_string(done) + " of " + std::to_string(all));
        };
        print(jobs, {settings_.modified, request_.build.jobs, count, request_.build.programs});
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            printed[i]->bytes = std::move(jobs[i].bytes);
        }
    }

    // Proves non-interference: files that are the same with another key hold nothing of the key. Throws Trouble where they differ.
    static void prove_equal(const Files& files, const Files& others) {
        for (std::size_t i = 0; i < files.size() || i < others.size(); ++i) {
            if (i >= files.size() || i >= others.size() || files[i].name != others[i].name ||
                files[i].bytes.view() != others[i].bytes.view()) {
                std::string name = i < files.size() ? files[i].name : others[i].name;
                throw Trouble("the test edition would give answers away in `" + name +
                              "`, so it was not written; this is a fault of Hornbook");
            }
        }
    }

    const MakeRequest& request_;
    Diagnostics& diagnostics_;
    Settings settings_;
    std::size_t picture_bytes_ = 0;
};

}  // namespace

std::string file_name(const std::string& title) {
    std::string name = slug(without_accents(title));
    if (name.size() > 100) {
        std::size_t end = 100;
        while ((static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) {
            --end;
        }
        name.resize(end);
    }
    auto is_sign = [](char c) { return c == '-' || c == '_'; };
    name.erase(name.begin(), std::find_if_not(name.begin(), name.end(), is_sign));  // `--.epub` would be an option
    name.erase(std::find_if_not(name.rbegin(), name.rend(), is_sign).base(), name.end());
    return name.empty() ? "book" : is_device_name(name) ? name + "-book" : name;
}

std::string_view name_of(Edition edition) {
    return edition == Edition::student ? "student" : edition == Edition::teacher ? "teacher" : "test";
}

std::vector<Edition> editions_for(const Output& output, const std::optional<Edition>& said) {
    if (!said) {
        return output.together == Together::all_editions ? output.editions : std::vector{output.editions.front()};
    }
    if (std::find(output.editions.begin(), output.editions.end(), *said) == output.editions.end()) {
        std::vector<std::string> names;
        for (Edition edition : output.editions) {
            names.push_back("`--edition " + std::string(name_of(edition)) + "`");
        }
        throw Trouble("`--to " + std::string(output.name) + "` has no " + std::string(name_of(*said)) + " edition; it takes " +
                      join(names, " or "));
    }
    return {*said};
}

Settings settings_for(const Output& output, const MakeRequest& request) {
    Settings settings{request.modified, request.build.jobs, {}};
    for (const OptionRow& row : output.options) {
        settings.options.emplace(row.name, row.standard);
    }
    for (const auto& [name, value] : request.book_options) {
        settings.options[name] = value;
    }
    for (const auto& [name, value] : request.build.options) {
        auto own = settings.options.find(name);
        if (own != settings.options.end()) {
            own->second = value;
        }
    }
    return settings;
}

std::string flag_for(std::string_view option) {
    std::string flag = "--" + std::string(option);
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
}

std::vector<ArchiveEntry> entries_of(const Files& files) {
    std::vector<ArchiveEntry> entries;
    for (const File& file : files) {
        entries.push_back({file.name, file.bytes, file.compress});
    }
    return entries;
}

Made make(const Output& output, const WovenBooks& books, const MakeRequest& request, Diagnostics& diagnostics) {
    return Maker(request, diagnostics).make(output, books);
}

}  // namespace hornbook
