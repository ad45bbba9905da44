-- KOReader's plugin and its tests run in LuaJIT, which speaks Lua 5.1.
std = "luajit"
max_line_length = 140
files["plugin/koreader"] = {read_globals = {"G_reader_settings"}}
files["tests/koreader"] = {globals = {"GRADING_CASES", "BOOK", "STUDENT_BOOK", "TEST_BOOK", "BUNDLED_BOOK", "PLUGIN", "OTHER_QUIZZES",
                                            "G_reader_settings"}}
