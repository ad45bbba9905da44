#include "commands/results_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"
#include "commands/machine.h"
#include "model/limits.h"
#include "pictures/codes/read_codes.h"
#include "results/file_kind.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_useless_named = 5;

std::string ending_of(std::string_view path) {
    std::string_view name = path.substr(path.rfind('/') + 1);
    std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? "" : fold_case(name.substr(dot));
}

bool is_named_as_picture(std::string_view path) {
    constexpr std::array<std::string_view, 11> endings = {".jpg",  ".jpeg", ".png", ".heic", ".heif", ".webp",
                                                          ".avif", ".gif",  ".tif", ".tiff", ".bmp"};
    return std::find(endings.begin(), endings.end(), ending_of(path)) != endings.end();
}

bool is_named_as_export(std::string_view path) {
    return ending_of(path) == ".json" || ending_of(path) == ".csv";
}

bool is_of_a_system(std::string_view path) {
    std::string name = fold_case(path.substr(path.rfind('/') + 1));
    return name == "thumbs.db" || name == "desktop.ini";
}

bool is_one_of(const std::string& path, const std::vector<std::string>& others) {
    return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
        std::error_code gone;
        return !other.empty() && fs::equivalent(path, other, gone);
    });
}

FileKind kind_at(const std::string& path) {
    if (is_named_as_picture(path)) {
        return FileKind::picture;
    }
    ReadFile file = read_at(path, limits::picture_bytes);
    return file ? kind_of_file(file.bytes) : FileKind::other;
}

// Search through one folder and those below it.
class FolderSearch {
public:
    FolderSearch(const std::string& path, const std::vector<std::string>& read_otherwise) : path_(path), read_otherwise_(read_otherwise) {}

    void look(FilesOfClass& files, Remarks& remarks) {
        Listing listing = Folder(path_).list_all("");
        for (const std::string& name : listing.names) {
            sort_in(name);
        }
        bool is_empty = photographs_.empty();
        for (std::vector<std::string>* found : {&jsons_, &tables_, &others_}) {
            is_empty = is_empty && found->empty();
            files.exports.insert(files.exports.end(), found->begin(), found->end());
        }
        files.photographs.insert(files.photographs.end(), photographs_.begin(), photographs_.end());
        for (const Listing::Gap& gap : listing.gaps) {
            remarks.push_back({Weight::refusal, (fs::path(path_) / gap.path).string(), 0,
                               gap.why == Listing::Why::too_deep ? "it lies more than 20 folders deep, so nothing in it counts"
                                                                 : "it is a link to a folder or to nothing, so nothing there counts"});
        }
        if (!useless_.empty()) {
            tell_useless(remarks);
        }
        if (is_empty && listing.gaps.empty()) {
            remarks.push_back({Weight::refusal, path_, 0, "there is no .json, no .csv and no photograph in this folder or below it"});
        }
    }

private:
    void sort_in(const std::string& name) {
        std::string file = (fs::path(path_) / name).string();
        if (is_of_a_system(name) || is_one_of(file, read_otherwise_)) {
            return;
        }
        FileKind kind = ending_of(name) == ".json" ? FileKind::results : kind_at(file);
        if (kind == FileKind::picture) {
            photographs_.push_back(file);
        } else if (kind == FileKind::made_here) {
            return;
        } else if (kind == FileKind::other && !is_named_as_export(name)) {
            useless_.push_back(name);
        } else {
            (ending_of(name) == ".json" ? jsons_ : ending_of(name) == ".csv" ? tables_ : others_).push_back(file);
        }
    }

    void tell_useless(Remarks& remarks) const {
        std::vector<std::string> named(useless_.begin(),
                                       useless_.begin() + static_cast<std::ptrdiff_t>(std::min(useless_.size(), most_useless_named)));
        std::size_t more = useless_.size() - named.size();
        bool has_packed = std::any_of(useless_.begin(), useless_.end(), [](const std::string& name) { return ending_of(name) == ".zip"; });
        remarks.push_back({Weight::note, path_, 0,
                           (useless_.size() == 1 ? "one file in it was" : std::to_string(useless_.size()) + " files in it were") +
                               " not looked at: " + join(named, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "") +
                               (has_packed ? "; what is packed is to be unpacked first" : "")});
    }

    const std::string& path_;
    const std::vector<std::string>& read_otherwise_;
    std::vector<std::string> jsons_;
    std::vector<std::string> tables_;
    std::vector<std::string> others_;
    std::vector<std::string> photographs_;
    std::vector<std::string> useless_;  // as they are called in the folder
};

// Adds the codes of one photograph, or a remark.
void tell_codes(const std::string& file, const std::optional<CodesInPicture>& found, CodesReading& reading) {
    auto refuse = [&](const std::string& text) { reading.remarks.push_back({Weight::refusal, file, 0, text}); };
    if (!found) {
        return refuse(
            "photographs are read by the program hornbook-codes, which is not there: `apt install libzxing-dev`, and build Hornbook anew");
    }
    if (!found->problem.empty()) {
        return refuse(found->problem);
    }
    std::size_t before = reading.codes.size();
    for (const std::string& text : found->texts) {
        if (text.starts_with(frame_mark)) {
            reading.codes.push_back({file, text});
        }
    }
    if (reading.codes.size() == before) {
        reading.remarks.push_back(
            {Weight::note, file, 0,
             "no code of results was found in it; if it shows one, photograph it again from the front, sharp, with a white border"});
    }
}

}  // namespace

std::string reason_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::outside:
            return "it is a link to another folder";
        case Refusal::missing:
            return "there is no such file";
        case Refusal::not_a_file:
            return "it is not a file";
        case Refusal::too_big:
            return "it is too big for results";
    }
    return "it cannot be read";
}

ReadFile read_at(const std::string& path, std::size_t most_bytes) {
    std::string_view folder = folder_of(path);
    std::string of_folder = folder.empty() ? (path.starts_with('/') ? "/" : ".") : std::string(folder);
    if (!look_at(path) && !is_folder(of_folder)) {  // a link to itself is the machine's trouble
        return {"", Refusal::missing};
    }
    return Folder(of_folder).read(fs::path(path).filename().string(), most_bytes);
}

FilesOfClass files_named(const std::vector<std::string>& paths, const std::vector<std::string>& read_otherwise, Remarks& remarks) {
    FilesOfClass files;
    for (const std::string& path : paths) {
        if (is_folder(path)) {
            FolderSearch(path, read_otherwise).look(files, remarks);
        } else {
            (kind_at(path) == FileKind::picture ? files.photographs : files.exports).push_back(path);
        }
    }
    return files;
}

CodesReading read_photographs(const std::vector<std::string>& files, const Programs& programs) {
    std::vector<CodesReading> each(files.size());
    CodesProgram program{program_beside("hornbook-codes"), {}, programs};
    for_each_in_parallel(files.size(), 0, [&](std::size_t i) {
        ReadFile file = read_at(files[i], limits::picture_bytes);
        if (file && file.bytes.empty()) {
            each[i].remarks.push_back({Weight::refusal, files[i], 0, "it is empty; copy it again"});
        } else if (file) {
            tell_codes(files[i], read_codes(program, files[i], file.bytes), each[i]);
        } else {
            each[i].remarks.push_back({Weight::refusal, files[i], 0, reason_of(*file.refusal)});
        }
    });
    CodesReading all;
    for (CodesReading& one : each) {
        all.codes.insert(all.codes.end(), one.codes.begin(), one.codes.end());
        all.remarks.insert(all.remarks.end(), one.remarks.begin(), one.remarks.end());
    }
    return all;
}

}  // namespace hornbook
