#include "results/collector_page.h"

#include "base/built_in.h"
#include "base/content_policy.h"
#include "results/class_words.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

void write_input(XmlWriter& html, const std::string& id, const std::string& label) {
    html.open("label", {{"class", id == "take" ? "first" : ""}});
    html.text(label);
    html.empty("input", {{"type", "file"},
                         {"id", id},
                         {"accept", "image/*"},
                         {id == "take" ? "capture" : "multiple", id == "take" ? "environment" : "multiple"}});
    html.close();
}

}  // namespace

std::string make_collector_page(const Book& book, std::string_view language) {
    PageWords said = words_of_class(book, language);
    std::string_view style = built_in_file("styles/collect.css");
    std::string script;
    for (const char* file : {"plugin/collect/qr_text.js", "plugin/collect/qr.js", "plugin/collect/collect.js"}) {
        script += built_in_file(file);
    }
    XmlWriter html;
    html.doctype("html");
    html.open("html", {{"lang", said.language}, {"dir", is_right_to_left(said.language) ? "rtl" : ""}});
    html.open("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                        {"content", content_policy({"img-src blob:", this_script(script), this_style(style)})}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.element("title", {}, said.words.collect);
    html.element("style", {}, style);
    html.close();
    html.line_break();
    html.open("body", {{"data-pupils", said.words.pupils},
                       {"data-still-missing", said.words.still_missing},
                       {"data-all-there", said.words.all_there},
                       {"data-codes-read", said.words.codes_read},
                       {"data-no-code", said.words.no_code},
                       {"data-camera", said.words.camera},
                       {"data-camera-off", said.words.camera_off}});
    html.element("h1", {}, said.words.collect);
    html.element("p", {}, said.words.collect_how);
    html.element("video", {{"id", "film"}, {"muted", "muted"}, {"playsinline", "playsinline"}, {"hidden", "hidden"}}, "");
    html.element("button", {{"id", "camera"}, {"type", "button"}, {"hidden", "hidden"}}, said.words.camera);
    write_input(html, "take", said.words.take_photograph);
    write_input(html, "choose", said.words.choose_photographs);
    html.element("p", {{"id", "told"}, {"role", "status"}}, "");
    html.element("p", {{"id", "count"}, {"role", "status"}}, "");
    html.element("ul", {{"id", "pupils"}}, "");
    html.element("a", {{"id", "save"}, {"download", "hornbook-codes.txt"}, {"hidden", "hidden"}, {"href", "#"}}, said.words.save_file);
    html.element("button", {{"id", "share"}, {"type", "button"}, {"hidden", "hidden"}}, said.words.share_file);
    html.line_break();
    html.close();
    html.close();
    std::string page = html.take();
    page.insert(page.rfind("</body>"), "<script>" + script + "</script>\n");  // as it is: in HTML a script is no XML
    return page;
}

}  // namespace hornbook
