// Bundle: in the self-contained tarball, fonts and decoders lie beside this program; here the libraries are told where.
#pragma once

namespace hornbook {

void use_bundle();  // before any of them looks; changes nothing where there is no bundle

}  // namespace hornbook
