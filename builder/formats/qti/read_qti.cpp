// Reader of QTI: an item, a test, a document of QTI 1.2, or the manifest of a package.
#include "formats/qti/read_qti.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "base/folder.h"
#include "base/text.h"
#include "formats/html_of_node.h"
#include "formats/package_names.h"
#include "formats/qti/qti.h"
#include "formats/qti/settings.h"
#include "model/mistakes.h"

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
    QtiReader(BankReader& reader, ReadOlderQti older) : reader_(reader), read_older_(older) {}

    void read(const XmlNode& root) {
        quiz_.place = reader_.place_of(root.place);
        qti::note_settings(reader_, root, settings_);
        if (root.name == manifest_root) {
            read_manifest(root);
        } else {
            read_root(root, "");
        }
        reader_.finish_file();
        reader_.add_quiz(std::move(quiz_));
        tell_settings(reader_, settings_, qti::settings_in_words);
    }

private:
    // Reads another file of the package; afterwards messages are shown in the file before again.
    template <class Read>
    void with_file(const std::string& name, const XmlPlace& named_at, const Read& read) {
        std::optional<std::string> bytes = reader_.request.open ? reader_.request.open(name) : std::nullopt;
        if (!bytes) {
            return reader_.not_kept(named_at, "the bank names `" + name + "`, which is not in it", "ask for a whole package");
        }
        if (!opened_.insert(name).second || files_.size() > deepest) {
            return;
        }
        std::uint32_t before = reader_.prose().file;
        std::string folder(folder_of(reader_.request.path));
        bool is_package = !reader_.request.path.ends_with(".xml");  // .zip, .imscc and the like
        std::string shown = is_package ? reader_.request.path + "/" + name : (folder.empty() ? "" : folder + "/") + name;
        reader_.begin_file(reader_.add_file(shown, std::move(*bytes)));
        files_.push_back(name);
        if (std::optional<XmlNode> root = open_xml(reader_)) {
            make_older(*root);
            qti::note_settings(reader_, *root, settings_);
            read(*root);
        }
        reader_.finish_file();
        files_.pop_back();
        reader_.begin_file(before);
    }

    void read_root(const XmlNode& root, const std::string& file) {
        if (root.name == qti1_root) {
            reader_.add_quiz(std::exchange(quiz_, {}));
            read_older_(reader_, root, [this, folder = std::string(folder_of(file))](const std::string& address) {
                return picture_of_document(folder, address);
            });
        } else if (root.name == "assessmentTest") {
            read_test(root, std::string(folder_of(file)));
        } else {
            add_item(root, file);
        }
    }

    // A picture of a document: Canvas keeps files named by `$IMS-CC-FILEBASE$` in web_resources/, Common Cartridge (1.1, 4.5) beside the
    // document.
    std::optional<std::string> picture_of_document(const std::string& folder, const std::string& address) const {
        std::string name = percent_decoded(address.substr(0, std::min(address.find('?'), address.size())));
        if (!reader_.request.open || name.find("://") != std::string::npos) {
            return std::nullopt;
        }
        name.erase(0, name.starts_with(place_in_cartridge) ? place_in_cartridge.size() : 0);
        name.erase(0, std::min(name.find_first_not_of("./"), name.size()));
        for (const std::string& place : {path_within(folder, name), path_within("", name), path_within("web_resources", name)}) {
            if (std::optional<std::string> bytes = reader_.request.open(place)) {
                return bytes;
            }
        }
        return std::nullopt;
    }

    static std::vector<std::string> files_of(const XmlNode& resource) {
        std::vector<std::string> files;
        if (!resource.attribute("href").empty()) {
            files.push_back(path_within("", resource.attribute("href")));
        }
        for (const XmlNode* file : resource.all("file")) {
            if (std::string name = path_within("", file->attribute("href")); !contains(files, name)) {
                files.push_back(std::move(name));
            }
        }
        return files;
    }

    static std::string type_of(const XmlNode& resource) {
        return fold_case(resource.attribute("type"));
    }

    // The documents of QTI 1.2. Canvas writes each quiz twice into a cartridge; the fuller one is apart, as `….xml.qti`.
    static std::vector<std::string> documents_of(const XmlNode& resource, const std::vector<std::string>& fuller) {
        std::vector<std::string> documents;
        for (const std::string& file : files_of(resource)) {
            std::string own = "/" + std::string(folder_of(file)) + ".xml.qti";
            bool twice = std::any_of(fuller.begin(), fuller.end(), [&](const std::string& other) { return ("/" + other).ends_with(own); });
            bool document = type_of(resource).find(type_of_qti1) != std::string::npos && file.ends_with(".xml") &&
                            !file.ends_with("assessment_meta.xml");
            if (file.ends_with(".xml.qti") || (document && !twice)) {
                documents.push_back(file);
            }
        }
        return documents;
    }

    void read_manifest(const XmlNode& manifest) {
        const XmlNode* resources = manifest.child("resources");
        std::vector<const XmlNode*> all = resources != nullptr ? resources->all("resource") : std::vector<const XmlNode*>();
        std::vector<std::string> fuller;
        for (const XmlNode* resource : all) {
            std::vector<std::string> files = files_of(*resource);
            std::copy_if(files.begin(), files.end(), std::back_inserter(fuller),
                         [](const auto& file) { return file.ends_with(".xml.qti"); });
        }
        for (bool tests : {true, false}) {
            for (const XmlNode* resource : all) {
                std::string type = type_of(*resource);
                std::vector<std::string> documents = documents_of(*resource, fuller);
                bool newer = documents.empty() && !resource->attribute("href").empty() && type.find(type_of_qti) != std::string::npos &&
                             type.find(type_of_qti1) == std::string::npos;
                bool item = newer && type.find("item") != std::string::npos;
                bool test = newer && !item && (type.find("test") != std::string::npos || type.find("assessment") != std::string::npos);
                if (tests && test) {
                    documents = {path_within("", resource->attribute("href"))};
                } else if (!tests) {
                    documents = item ? std::vector{path_within("", resource->attribute("href"))} : std::vector<std::string>();
                }
                for (const std::string& file : documents) {
                    read_words_before(file, resource->place);
                    with_file(file, resource->place, [&](const XmlNode& root) { read_root(root, file); });
                }
            }
        }
        name_rest(manifest, all);
    }

    // Reads Canvas' file with the text before a quiz and its settings.
    void read_words_before(const std::string& document, const XmlPlace& named_at) {
        std::string folder(folder_of(document));
        std::size_t end = std::min(document.find(".xml.qti"), document.size());
        std::size_t begin = document.rfind('/') + 1;  // 0 where there is none
        std::string own = end < document.size() ? document.substr(begin, end - begin) : folder;
        std::string meta = path_within(own, "assessment_meta.xml");
        if (own.empty() || !reader_.request.open || !reader_.request.open(meta)) {
            return;
        }
        with_file(meta, named_at, [&](const XmlNode& root) {
            if (const XmlNode* words = root.child("description")) {
                Blocks blocks = reader_.blocks({words->words(), TextFormat::html, words->place,
                                                [this, own](const std::string& address) { return picture_of_document(own, address); }});
                std::move(blocks.begin(), blocks.end(), std::back_inserter(reader_.bank.chapter.blocks));
            }
        });
    }

    // Reports what else the package holds, or why it has no questions.
    void name_rest(const XmlNode& manifest, const std::vector<const XmlNode*>& all) {
        std::size_t pages = 0;
        bool blackboard = false;
        for (const XmlNode* resource : all) {
            std::vector<std::string> files = files_of(*resource);
            pages += std::any_of(files.begin(), files.end(), [](const auto& file) { return file.ends_with(".html"); }) ? 1 : 0;
            blackboard = blackboard || type_of(*resource).find("x-bb-qti") != std::string::npos;
        }
        if (blackboard) {
            reader_.report(Mistake::bad_bank, manifest.place, "this is a test or a pool of Blackboard, whose own format is not read",
                           "export it from Blackboard as a QTI 2.1 package");
        } else if (opened_.empty()) {
            reader_.report(Mistake::bad_bank, manifest.place, "this package names no questions that are known here",
                           "export the questions as QTI, or as Moodle XML, GIFT or Aiken");
        } else if (pages > 0) {
            reader_.not_kept(
                manifest.place,
                "only the questions are read: " + std::to_string(pages) + (pages == 1 ? " page is" : " pages are") + " left out",
                "copy the text that you need into chapters");
        }
    }

    void read_test(const XmlNode& test, const std::string& folder) {
        if (std::string title(trim(test.attribute("title"))); !title.empty() && reader_.bank.chapter.title.empty()) {
            reader_.bank.chapter.title.push_back({Text{title}, reader_.place_of(test.place)});
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
                with_file(file, child.place, [&](const XmlNode& root) { read_section(root, std::string(folder_of(file))); });
            } else if (child.name == "assessmentItemRef") {
                std::string file = path_within(folder, child.attribute("href"));
                with_file(file, child.place, [&](const XmlNode& root) { add_item(root, file); });
            } else if (child.name == "rubricBlock") {
                read_note(child, folder);
            }
        }
    }

    // Reads a note on a whole section, which pupils read in the chapter.
    void read_note(const XmlNode& rubric, const std::string& folder) {
        std::string_view view = rubric.attribute("view");
        if (!view.empty() && view.find("candidate") == std::string_view::npos) {
            return reader_.not_kept(rubric.place, "notes on a whole section to whoever marks it are left out",
                                    "write them in the chapter for each question: `key: …`");
        }
        Blocks blocks = reader_.blocks(qti::text_in(reader_, folder, html_within_node(rubric), rubric.place));
        std::move(blocks.begin(), blocks.end(), std::back_inserter(reader_.bank.chapter.blocks));
    }

    // Reads a section as a quiz; one within it begins another quiz.
    void read_section(const XmlNode& section, const std::string& folder) {
        reader_.add_quiz(std::exchange(quiz_, {}));
        quiz_.place = reader_.place_of(section.place);
        if (std::string title(trim(section.attribute("title"))); !title.empty()) {
            quiz_.title.push_back({Text{title}, quiz_.place});
        }
        read_sections(section, folder);
        reader_.add_quiz(std::exchange(quiz_, {}));
    }

    void add_item(const XmlNode& item, const std::string& file) {
        if (item.name != "assessmentItem") {
            return reader_.not_kept(item.place, "<" + item.name + "> is not an item of QTI, so it is left out", "export it as QTI 2.1");
        }
        if (!reader_.is_bounded(item)) {
            return;
        }
        Blocks before = read_stimuli(item, std::string(folder_of(file)));
        std::vector<Question> questions = qti::read_item(reader_, item, file);
        Blocks& where = questions.empty() ? reader_.bank.chapter.blocks : questions.front().body;
        where.insert(questions.empty() ? where.end() : where.begin(), std::make_move_iterator(before.begin()),
                     std::make_move_iterator(before.end()));
        std::move(questions.begin(), questions.end(), std::back_inserter(quiz_.questions));
    }

    // The stimuli of QTI 3, which are to be read before an item; where several items share one, before the first.
    Blocks read_stimuli(const XmlNode& item, const std::string& folder) {
        Blocks result;
        for (const XmlNode* reference : item.all("assessmentStimulusRef")) {
            std::string file = path_within(folder, reference->attribute("href"));
            with_file(file, reference->place, [&](const XmlNode& root) {
                const XmlNode* body = root.child("stimulusBody");
                if (body != nullptr) {
                    Blocks more = reader_.blocks(qti::text_in(reader_, std::string(folder_of(file)), html_within_node(*body), body->place));
                    std::move(more.begin(), more.end(), std::back_inserter(result));
                }
            });
        }
        return result;
    }

    static constexpr std::size_t deepest = 20;

    BankReader& reader_;
    ReadOlderQti read_older_;
    Quiz quiz_;
    BankSettings settings_;
    std::set<std::string> opened_;
    std::vector<std::string> files_;  // that are being read
};

}  // namespace

bool is_qti(std::string_view text) {
    constexpr std::array<std::string_view, 6> roots = {manifest_root,         "assessmentItem",      "assessmentTest",
                                                       "qti-assessment-item", "qti-assessment-test", qti1_root};
    return std::find(roots.begin(), roots.end(), root_of(text)) != roots.end();
}

bool read_qti(BankReader& reader, ReadOlderQti older) {
    std::optional<XmlNode> root = open_xml(reader);
    if (!root) {
        return false;
    }
    make_older(*root);
    QtiReader(reader, older).read(*root);
    return true;
}

}  // namespace hornbook
