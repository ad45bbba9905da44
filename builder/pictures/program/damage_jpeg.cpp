// clang-format off
#include <cstdio>  // jpeglib.h needs it
#include <jerror.h>
#include <jpeglib.h>
// clang-format on

#include <array>
#include <csetjmp>
#include <utility>

#include "pictures/program/damage.h"

namespace hornbook {
namespace {

struct Judge {
    jpeg_error_mgr messages{};  // first: libjpeg hands this back
    std::jmp_buf way_out{};
    std::array<char, JMSG_LENGTH_MAX> words{};  // that tell of damage
};

Judge& judge_of(j_common_ptr jpeg) {
    return *reinterpret_cast<Judge*>(jpeg->err);
}

// Whether a warning of libjpeg costs no pixel: headers that no program uses, and a few bytes too many, which some cameras write at the end
// of a scan.
bool is_harmless(const jpeg_error_mgr& message) {
    constexpr int padding = 64;
    bool is_in_scan = message.msg_parm.i[1] >= JPEG_RST0 && message.msg_parm.i[1] <= JPEG_RST0 + 7;
    bool is_padding = message.msg_code == JWRN_EXTRANEOUS_DATA && message.msg_parm.i[0] <= padding && !is_in_scan;
    return is_padding || message.msg_code == JWRN_JFIF_MAJOR || message.msg_code == JWRN_ADOBE_XFORM ||
           message.msg_code == JWRN_NOT_SEQUENTIAL;
}

[[noreturn]] void give_up(j_common_ptr jpeg) {
    Judge& judge = judge_of(jpeg);
    judge.messages.format_message(jpeg, judge.words.data());
    std::longjmp(judge.way_out, 1);
}

void hear(j_common_ptr jpeg, int level) {
    bool is_warning = level < 0;
    if (is_warning && !is_harmless(*jpeg->err)) {
        give_up(jpeg);
    }
}

// Fails where tables are missing, for which libjpeg-turbo, unlike others, takes the usual ones.
void miss_tables(jpeg_decompress_struct& jpeg) {
    for (int i = 0; i < jpeg.comps_in_scan && jpeg.progressive_mode == FALSE; ++i) {
        const jpeg_component_info& component = *jpeg.cur_comp_info[i];
        for (auto [table, number] :
             {std::pair(jpeg.dc_huff_tbl_ptrs, component.dc_tbl_no), std::pair(jpeg.ac_huff_tbl_ptrs, component.ac_tbl_no)}) {
            if (number >= 0 && number < NUM_HUFF_TBLS && table[number] == nullptr) {
                ERREXIT1(&jpeg, JERR_NO_HUFF_TABLE, number);
            }
        }
    }
}

// Reads all codes, but decodes at an eighth of the size, where a pixel is made of the first code of each block.
void read_all(jpeg_decompress_struct& jpeg, std::string_view bytes) {
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    miss_tables(jpeg);
    jpeg.scale_num = 1;
    jpeg.scale_denom = 8;
    jpeg.out_color_space = jpeg.jpeg_color_space;
    jpeg.do_fancy_upsampling = FALSE;
    jpeg.do_block_smoothing = FALSE;
    jpeg_start_decompress(&jpeg);
    JSAMPARRAY row = jpeg.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&jpeg), JPOOL_IMAGE,
                                            jpeg.output_width * static_cast<JDIMENSION>(jpeg.output_components), 1);
    while (jpeg.output_scanline < jpeg.output_height) {
        jpeg_read_scanlines(&jpeg, row, 1);
    }
    jpeg_finish_decompress(&jpeg);
}

}  // namespace

std::string damage_in_jpeg(std::string_view bytes) {
    Judge judge;
    jpeg_decompress_struct jpeg{};
    jpeg.err = jpeg_std_error(&judge.messages);
    judge.messages.error_exit = give_up;
    judge.messages.emit_message = hear;
    if (setjmp(judge.way_out) == 0) {  // nothing between here and there has a destructor
        read_all(jpeg, bytes);
    }
    jpeg_destroy_decompress(&jpeg);
    return judge.words.data();
}

}  // namespace hornbook
