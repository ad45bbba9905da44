// The floor for the benchmark: what reading, cmark, deflating and zipping the same Markdown cost, on one thread and with nothing
// else done. Usage: hornbook-floor OUT.zip CHAPTER.md...
#include <cmark.h>
#include <libdeflate.h>
#include <zip.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 3) {
        return 2;
    }
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::vector<std::string> pages;
    for (int i = 2; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        char* html = cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_DEFAULT);
        std::string page(html);
        std::free(html);
        std::string packed(libdeflate_deflate_compress_bound(compressor, page.size()), '\0');
        packed.resize(libdeflate_deflate_compress(compressor, page.data(), page.size(), packed.data(), packed.size()));
        pages.push_back(std::move(packed));
    }
    libdeflate_free_compressor(compressor);
    int error = 0;
    zip_t* archive = zip_open(argv[1], ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        return 1;
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        zip_int64_t index = zip_file_add(archive, (std::to_string(i) + ".html").c_str(),
                                         zip_source_buffer(archive, pages[i].data(), pages[i].size(), 0), 0);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);  // deflated already
    }
    return zip_close(archive) == 0 ? 0 : 1;
}
