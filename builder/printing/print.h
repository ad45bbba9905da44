// Printing: print HTML -> PDF by WeasyPrint, or a document for word processors by pandoc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/process.h"

namespace hornbook {

// A document to print. bytes: one HTML document with everything inside it, which print() replaces by the result.
struct PrintJob {
    std::string name;  // for messages
    std::string bytes;
    bool editable = false;      // an Office document instead of a PDF
    bool line_numbers = false;  // in a PDF
};

struct PrintRequest {
    std::int64_t modified = 0;  // seconds since 1970, UTC
    unsigned jobs = 0;
    std::function<void(std::size_t done, std::size_t all)> progress = {};  // may be empty; called by one thread at a time
    Programs programs = {};
};

// Something that this machine lacks, and how to get it.
struct Lack {
    std::string what;  // empty: nothing
    std::string hint;
};
std::string in_one_line(const Lack& lack);

// The program that a job needs.
Lack missing_for(bool editable, const Programs& programs);

// Prints all jobs. Throws Trouble when a document cannot be made.
void print(std::vector<PrintJob>& jobs, const PrintRequest& request);

// Scripts that stand in the documents and that no font of this machine has, each with a package that brings one.
std::vector<Lack> scripts_without_font(const std::vector<PrintJob>& jobs, const Programs& programs);

}  // namespace hornbook
