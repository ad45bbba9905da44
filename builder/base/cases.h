// Cases: an overload set of lambdas for std::visit, so that a new alternative fails to compile where it must be decided.
#pragma once

#include <concepts>
#include <type_traits>

namespace hornbook {

template <class... C>
struct Cases : C... {
    using C::operator()...;
};
template <class... C>
Cases(C...) -> Cases<C...>;  // clang 14 needs the guide written out

// A case for several kinds names them all: `[](const OneOf<Essay, Fill> auto& kind)`. None says "everything else".
template <class T, class... Kinds>
concept OneOf = (std::same_as<std::remove_cvref_t<T>, Kinds> || ...);

}  // namespace hornbook
