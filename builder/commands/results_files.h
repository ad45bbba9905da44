// Results files: the files in folders that were named to `hornbook results`, and their reading.
#pragma once

#include <string>
#include <vector>

#include "base/folder.h"
#include "base/process.h"
#include "results/frames.h"
#include "results/remark.h"

namespace hornbook {

std::string reason_of(Refusal refusal);  // "there is no such file"
ReadFile read_at(const std::string& path, std::size_t most_bytes);

struct FilesOfClass {
    std::vector<std::string> exports;  // and lists of codes. An export is two files, of which the .json says more, so it comes first
    std::vector<std::string> photographs;
};

// The files to read: files that were named, and useful ones in folders and below; others are named in remarks. Left out without a remark
// are files that are read for another purpose, those that `hornbook results` wrote itself, and those that systems leave in every folder.
FilesOfClass files_named(const std::vector<std::string>& paths, const std::vector<std::string>& read_otherwise, Remarks& remarks);

struct CodesReading {
    std::vector<FoundCode> codes;
    Remarks remarks;
};

// The codes in photographs, in the photographs' order. Throws Trouble when the program that reads them fails for a reason that does not lie
// in them.
CodesReading read_photographs(const std::vector<std::string>& files, const Programs& programs);

}  // namespace hornbook
