// Damage: whether all pixels of a picture are there. libvips goes on after some damage without saying so, so here the libraries below it
// are asked. No picture is made.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// Each returns what is wrong, in the words of a library; empty: nothing.
std::string damage_in(std::string_view picture);  // of any of these

std::string damage_in_png(std::string_view bytes);   // by libpng: every row, and the sum over all of them
std::string damage_in_jpeg(std::string_view bytes);  // by libjpeg: a code for every block of every scan
std::string damage_in_gif(std::string_view bytes);   // GIF89a appendix F: the LZW codes of each frame make its pixels

}  // namespace hornbook
