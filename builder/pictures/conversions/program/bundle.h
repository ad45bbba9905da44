// Bundle: the fonts and decoders beside this program in the self-contained tarball.
#pragma once

namespace hornbook {

void use_bundle();  // to be called before a library looks for its files; changes nothing where there is no bundle

}  // namespace hornbook
