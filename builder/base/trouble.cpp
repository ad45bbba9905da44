#include "base/trouble.h"

#include <cerrno>
#include <system_error>

namespace hornbook {

void cannot(const std::string& what, const std::string& path, int error) {
    throw Trouble("cannot " + what + " `" + path + "`: " + std::generic_category().message(error));
}

void cannot(const std::string& what, const std::string& path) {
    cannot(what, path, errno);
}

}  // namespace hornbook
