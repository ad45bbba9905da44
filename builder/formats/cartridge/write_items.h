// Items: questions in the six forms that a cartridge knows (its profile of QTI 1.2.1): choose one or several, true or false, one word or
// number, or an essay, each all right or all wrong. Other questions become several of these, and a loss is reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/losses.h"
#include "model/book.h"

namespace hornbook {

inline constexpr std::string_view cartridge_ending = ".html";  // of its pages

enum class ItemForm { multiple_choice, multiple_response, true_false, fill_in_blank, essay };

struct ItemAnswer {
    std::string ident;  // of a choice
    std::string text;   // HTML of a choice; what is to be typed
    bool right = false;
    std::string feedback;  // HTML
};

struct Item {
    std::string ident;
    std::string title;  // short and without tags
    ItemForm form = ItemForm::essay;
    std::string text;   // HTML
    int weighting = 1;  // 1 to 99
    std::vector<ItemAnswer> answers;
    std::string feedback;  // HTML, on the whole question
    std::string hint;
    std::string solution;  // of an essay
};

std::vector<Item> items_of(const Book& book, std::size_t chapter, const Quiz& quiz, Losses& losses);

}  // namespace hornbook
