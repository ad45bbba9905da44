# Cards as Anki imports them: the lines at the head are those it knows, the rest is read by Python's csv, by which its importer worked
# for years, and each field is HTML. As many notes as the EPUB's own data tells. Run as: anki.py BOOK.epub CARDS.txt [BOOK.epub CARDS.txt]...
import csv
import io
import json
import sys
import xml.etree.ElementTree
import zipfile

KNOWN = {"separator", "html", "notetype", "guid column", "deck column", "tags column", "if matches"}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    head = [line[1:].rstrip("\n").partition(":")[::2] for line in lines[:count]]
    return head, list(csv.reader(io.StringIO("".join(lines[count:]), newline=""), delimiter="\t", strict=True))


def data(book, name, key):
    try:
        with zipfile.ZipFile(book) as archive:
            return json.loads(archive.read("EPUB/" + name))[key]
    except KeyError:
        return []


def faults(book, cards):
    head, notes = read(cards)
    if {key for key, _ in head} != KNOWN:
        yield f"its head is {head}"
    places = {key.split()[0]: int(value) - 1 for key, value in head if key.endswith(" column")}
    fields = [i for i in range(5) if i not in places.values()]
    questions = [question for quiz in data(book, "quiz.json", "quizzes") for question in quiz["questions"]]
    written = sum(question["kind"] == "write" for question in questions)  # may have no answer
    entries = len(data(book, "glossary.json", "entries"))
    if not entries + len(questions) - written <= len(notes) <= entries + len(questions):
        yield f"{len(notes)} notes of {entries} entries and {len(questions)} questions"
    if len({note[places["guid"]] for note in notes}) != len(notes):
        yield "two notes have one id"
    for note in notes:
        if len(note) != 5 or not all(note):
            yield f"a note is {note}"
        elif "::" not in note[places["deck"]] or any(char.isspace() for char in note[places["tags"]].replace(" ", "")):
            yield f"{note[places['deck']]} and {note[places['tags']]}"
        else:
            for field in fields:
                xml.etree.ElementTree.fromstring("<div>" + note[field] + "</div>")
                if "<img" in note[field]:
                    yield "a picture that no text can carry"


paths = sys.argv[1:]
found = [f"{cards}: {fault}" for book, cards in zip(paths[::2], paths[1::2]) for fault in faults(book, cards)]
notes = sum(len(read(cards)[1]) for cards in paths[1::2])
print("\n".join(found + [f"cards: {notes} notes in {len(paths) // 2} files, {len(found)} wrong"]))
sys.exit(1 if found or notes == 0 else 0)
