// Shared bytes: bytes that several hold and nobody changes, such as a picture in a book and in all that is made of it.
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace hornbook {

class SharedBytes {
public:
    SharedBytes() = default;
    SharedBytes(std::string bytes) : bytes_(std::make_shared<std::string>(std::move(bytes))) {}
    SharedBytes(const char* text) : SharedBytes(std::string(text)) {}

    operator const std::string&() const {
        static const std::string nothing;
        return bytes_ ? *bytes_ : nothing;
    }
    operator std::string_view() const {
        return view();
    }
    std::string_view view() const {
        return bytes_ ? std::string_view(*bytes_) : std::string_view();
    }
    std::size_t size() const {
        return view().size();
    }
    bool empty() const {
        return view().empty();
    }
    // The bytes, to be changed: moved out where nobody else holds them, else copied.
    std::string take() && {
        std::shared_ptr<std::string> own = std::exchange(bytes_, nullptr);
        return !own ? std::string() : own.use_count() == 1 ? std::move(*own) : *own;
    }

    template <std::convertible_to<std::string_view> Text>
    friend bool operator==(const SharedBytes& a, const Text& b) {
        std::string_view other = b;
        return (a.view().data() == other.data() && a.size() == other.size()) || a.view() == other;
    }

private:
    std::shared_ptr<std::string> bytes_;  // never changed while another holds it
};

}  // namespace hornbook
