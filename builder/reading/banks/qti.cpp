// QTI 2.1 and its like: an item, a test, or the manifest of a package.
#include "reading/banks/qti.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "base/folder.h"
#include "base/text.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

std::string in_camel(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size(); ++at) {
        bool hyphen = name[at] == '-' && at + 1 < name.size();
        at += hyphen ? 1 : 0;
        result += hyphen ? static_cast<char>(std::toupper(static_cast<unsigned char>(name[at]))) : name[at];
    }
    return result;
}

void make_older(XmlNode& node) {
    if (node.name.starts_with("qti-")) {
        node.name = in_camel(std::string_view(node.name).substr(4));
        for (auto& [name, value] : node.attributes) {
            name = in_camel(name);
        }
    }
    std::for_each(node.children.begin(), node.children.end(), make_older);
}

class QtiReader {
public:
    explicit QtiReader(BankReader& reader) : reader_(reader) {}

    void read(const XmlNode& root) {
        quiz_.place = reader_.place_of_line(root.line);
        if (root.name == "manifest") {
            read_manifest(root);
        } else if (root.name == "assessmentTest") {
            read_test(root, "");
        } else {
            add_item(root, "");
        }
        reader_.finish_file();
        reader_.add_quiz(std::move(quiz_));
    }

private:
    // Another file of the package; what was read before goes on where it was.
    template <class Read>
    void with_file(const std::string& name, std::uint32_t named_at, const Read& read) {
        std::optional<std::string> bytes = reader_.request.open ? reader_.request.open(name) : std::nullopt;
        if (!bytes) {
            return reader_.not_kept(named_at, "the bank names `" + name + "`, which is not in it", "ask for a whole package");
        }
        if (!opened_.insert(name).second || files_.size() > deepest) {
            return;
        }
        std::uint32_t before = reader_.prose().file;
        std::string folder(folder_of(reader_.request.path));
        bool is_package = reader_.request.path.ends_with(".zip");
        std::string shown = is_package ? reader_.request.path + "/" + name : (folder.empty() ? "" : folder + "/") + name;
        reader_.begin_file(add_text_file(reader_.sources(), shown, std::move(*bytes), reader_.prose().diagnostics));
        files_.push_back(name);
        if (std::optional<XmlNode> root = open_xml(reader_)) {
            make_older(*root);
            read(*root);
        }
        reader_.finish_file();
        files_.pop_back();
        reader_.begin_file(before);
    }

    void read_manifest(const XmlNode& manifest) {
        const XmlNode* resources = manifest.child("resources");
        std::vector<const XmlNode*> all = resources != nullptr ? resources->all("resource") : std::vector<const XmlNode*>();
        for (bool tests : {true, false}) {
            for (const XmlNode* resource : all) {
                std::string type = fold_case(resource->attribute("type"));
                bool item = type.find("item") != std::string::npos;
                bool test = !item && (type.find("test") != std::string::npos || type.find("assessment") != std::string::npos);
                if (tests ? !test : !item) {
                    continue;
                }
                std::string file = path_within("", resource->attribute("href"));
                with_file(file, resource->line, [&](const XmlNode& root) {
                    if (root.name == "assessmentTest") {
                        read_test(root, std::string(folder_of(file)));
                    } else {
                        add_item(root, file);
                    }
                });
            }
        }
    }

    void read_test(const XmlNode& test, const std::string& folder) {
        if (std::string title(trim(test.attribute("title"))); !title.empty() && reader_.bank.chapter.title.empty()) {
            reader_.bank.chapter.title.push_back({Text{title}, reader_.place_of_line(test.line)});
        }
        for (const XmlNode* part : test.all("testPart")) {
            read_sections(*part, folder);
        }
        read_sections(test, folder);
    }

    void read_sections(const XmlNode& parent, const std::string& folder) {
        for (const XmlNode& child : parent.children) {
            if (child.name == "assessmentSection") {
                read_section(child, folder);
            } else if (child.name == "assessmentSectionRef") {
                std::string file = path_within(folder, child.attribute("href"));
                with_file(file, child.line, [&](const XmlNode& root) { read_section(root, std::string(folder_of(file))); });
            } else if (child.name == "assessmentItemRef") {
                std::string file = path_within(folder, child.attribute("href"));
                with_file(file, child.line, [&](const XmlNode& root) { add_item(root, file); });
            } else if (child.name == "rubricBlock") {
                BankText text{qti::html_within(child), TextFormat::html, child.line, {}};
                Blocks blocks = reader_.blocks(text);
                std::move(blocks.begin(), blocks.end(), std::back_inserter(reader_.bank.chapter.blocks));
            }
        }
    }

    // Each section is a quiz of its own; one within it begins another.
    void read_section(const XmlNode& section, const std::string& folder) {
        reader_.add_quiz(std::exchange(quiz_, {}));
        quiz_.place = reader_.place_of_line(section.line);
        if (std::string title(trim(section.attribute("title"))); !title.empty()) {
            quiz_.title.push_back({Text{title}, quiz_.place});
        }
        read_sections(section, folder);
        reader_.add_quiz(std::exchange(quiz_, {}));
    }

    void add_item(const XmlNode& item, const std::string& file) {
        if (item.name != "assessmentItem") {
            return reader_.not_kept(item.line, "<" + item.name + "> is no item of QTI 2, so it is left out", "export it as QTI 2.1");
        }
        std::vector<Question> questions = qti::read_item(reader_, item, file);
        std::move(questions.begin(), questions.end(), std::back_inserter(quiz_.questions));
    }

    static constexpr std::size_t deepest = 20;

    BankReader& reader_;
    Quiz quiz_;
    std::set<std::string> opened_;
    std::vector<std::string> files_;  // that are being read
};

}  // namespace

bool read_qti(BankReader& reader) {
    std::optional<XmlNode> root = open_xml(reader);
    if (!root) {
        return false;
    }
    make_older(*root);
    QtiReader(reader).read(*root);
    return true;
}

}  // namespace hornbook
