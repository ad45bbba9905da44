// Catch2 2 and 3 under one name.
#pragma once

#ifdef HORNBOOK_CATCH2_V3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
