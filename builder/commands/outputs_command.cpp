#include "commands/commands.h"
#include "outputs/output.h"

namespace hornbook {

int run_outputs(Console& console) {
    for (const Output& output : outputs()) {
        console.out << output.name << "  " << output.summary << "; editions:";
        for (Edition edition : output.editions) {
            console.out << (edition == Edition::student ? " student" : edition == Edition::teacher ? " teacher" : " test");
        }
        console.out << "\n";
        for (const OptionRow& row : output.options) {
            console.out << "  " << row.name << "  " << row.summary << (row.standard.empty() ? "" : " (" + std::string(row.standard) + ")")
                        << "\n";
        }
    }
    return made;
}

}  // namespace hornbook
