// What the Trouble says that some work ends in.
#pragma once

#include <string>

#include "base/trouble.h"

namespace hornbook {

template <class Work>
std::string trouble_of(const Work& work) {
    try {
        work();
    } catch (const Trouble& trouble) {
        return trouble.what();
    }
    return {};
}

}  // namespace hornbook
