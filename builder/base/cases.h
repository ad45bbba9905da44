// Cases: an overload set of lambdas for std::visit, so that a new alternative fails to compile where it must be decided.
#pragma once

namespace hornbook {

template <class... C>
struct Cases : C... {
    using C::operator()...;
};
template <class... C>
Cases(C...) -> Cases<C...>;  // clang 14 needs the guide written out

}  // namespace hornbook
