#include "printing/print.h"

#include <algorithm>
#include <mutex>

#include "base/parallel.h"
#include "base/trouble.h"
#include "printing/line_numbers.h"

namespace hornbook {
namespace {

// Limits of WeasyPrint, which needs a minute for a long chapter of 200,000 bytes on a good machine; of real time it is given a second more
// for each 300 bytes.
constexpr ProcessLimits most{1200, 4UL << 30U, 512UL << 20U, 180};
constexpr std::size_t bytes_in_a_second = 300;
constexpr std::size_t most_more = 1620;  // seconds
constexpr ProcessLimits asking{60, 4UL << 30U, 1UL << 20U, 60};

// The command, with an environment in which Python's hashes, which name fonts, and pandoc's dates are the same in every run.
std::vector<std::string> command_for(bool editable, std::int64_t modified) {
    std::vector<std::string> command = {"env", "PYTHONHASHSEED=0", "SOURCE_DATE_EPOCH=" + std::to_string(modified)};
    // An empty base URL, so that relative addresses lead nowhere.
    const std::vector<std::string> engine = {"weasyprint", "--quiet", "--base-url", "", "--pdf-variant", "pdf/ua-1", "-", "-"};
    const std::vector<std::string> pandoc = {"pandoc", "--from=html", "--to=docx", "--output=-"};
    command.insert(command.end(), (editable ? pandoc : engine).begin(), (editable ? pandoc : engine).end());
    return command;
}

// Replaces the claim to be PDF/UA by spaces, since offsets in a PDF count bytes: WeasyPrint 57 tags the text, but gives pictures no
// alternative text and header cells no scope.
void take_claim_away(std::string& pdf) {
    constexpr std::string_view claim = R"(pdfuaid:part="1")";
    for (std::size_t at = pdf.find(claim); at != std::string::npos; at = pdf.find(claim, at)) {
        pdf.replace(at, claim.size(), claim.size(), ' ');
    }
}

void print_one(PrintJob& job, std::int64_t modified, const Programs& programs) {
    if (job.line_numbers) {
        job.bytes = with_line_numbers(job.name, job.bytes, programs);
    }
    ProcessLimits limits = most;
    limits.clock_seconds += static_cast<unsigned>(std::min(job.bytes.size() / bytes_in_a_second, most_more));
    ProcessResult result = run_program(programs, command_for(job.editable, modified), job.bytes, limits);
    bool made = result.started && !result.out_of_time && result.exit_code == 0 && result.output.starts_with(job.editable ? "PK" : "%PDF-");
    if (!made) {
        throw Trouble((job.editable ? "pandoc" : "WeasyPrint") + std::string(", at work on `") + job.name + "`, " +
                      how_it_ended(result, limits));
    }
    job.bytes = std::move(result.output);
    if (!job.editable) {
        take_claim_away(job.bytes);
    }
}

}  // namespace

std::string in_one_line(const Lack& lack) {
    return lack.what + (lack.hint.empty() ? "" : "; " + lack.hint);
}

Lack missing_for(bool editable, const Programs& programs) {
    std::string program = editable ? "pandoc" : "weasyprint";
    std::string what = editable ? "worksheets for a word processor are made by pandoc" : "PDFs are made by WeasyPrint";
    ProcessResult result = run_program(programs, {program, "--version"}, "", asking);
    if (result.started && result.exit_code == 0 && !result.out_of_time) {
        return {};
    }
    return result.started ? Lack{what + ", which fails on this machine: it " + how_it_ended(result, asking), ""}
                          : Lack{what + ", which is not on this machine", "`apt install " + program + "` brings it"};
}

void print(std::vector<PrintJob>& jobs, const PrintRequest& request) {
    std::mutex one_at_a_time;
    std::size_t done = 0;
    for_each_in_parallel(jobs.size(), request.jobs, [&](std::size_t i) {
        print_one(jobs[i], request.modified, request.programs);
        std::scoped_lock lock(one_at_a_time);
        ++done;
        if (request.progress) {
            request.progress(done, jobs.size());
        }
    });
}

}  // namespace hornbook
