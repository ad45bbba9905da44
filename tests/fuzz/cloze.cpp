// The text of one of Moodle's Cloze questions.
#include "bank.h"

void hornbook::fuzz(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {  // ]]> would end it
        std::size_t end = std::min(bytes.find("]]>", at), bytes.size());
        text += bytes.substr(at, end - at);
        at = end + 3;
    }
    import_bank("moodle-xml", "<quiz><question type=\"cloze\"><questiontext format=\"html\"><text><![CDATA[" + text +
                                  "]]></text></questiontext></question></quiz>");
}
