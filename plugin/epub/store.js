// What is kept on the device between two openings of a page, where the reader allows it; nothing ever leaves the device.
// "hornbook/BOOK/quiz/ID": the answers of a quiz and what they earned. "…/keep": written answers are kept as well.
// "…/pupil": how often a new pupil took over, so that pages that lie open hear of it.

function openStore(data) {
  var prefix = 'hornbook/' + data.book + (data.edition === 'test' ? '/test' : '') + '/';
  var storage = null;
  try {
    window.localStorage.setItem(prefix + 'try', '1');
    storage = window.localStorage.getItem(prefix + 'try') === '1' ? window.localStorage : null;  // Readium's takes all and keeps nothing
    window.localStorage.removeItem(prefix + 'try');
  } catch (refused) {
    storage = null;
  }

  function read(name) {
    try {
      return JSON.parse(storage.getItem(prefix + name));
    } catch (unreadable) {
      return null;
    }
  }

  function write(name, value) {
    try {
      storage.setItem(prefix + name, JSON.stringify(value));
    } catch (full) {
      return;
    }
  }

  function erase() {
    var pupil = (Number(read('pupil')) || 0) + 1;
    try {
      for (var i = storage.length - 1; i >= 0; --i) {
        if (storage.key(i).indexOf(prefix) === 0) {
          storage.removeItem(storage.key(i));
        }
      }
    } catch (refused) {
      return;
    }
    write('pupil', pupil);
  }

  return {
    works: storage !== null,
    read: read,
    write: write,
    erase: erase,
    // Records of a quiz by question id: {answer, checked, marks, verdict}.
    records: function (quiz) {
      var records = read('quiz/' + quiz);
      return records && typeof records === 'object' ? records : {};
    },
    // Another page of the book has written something; `isNew`: a new pupil.
    onChange: function (act) {
      listen(window, 'storage', function (event) {
        if (!event.key || event.key.indexOf(prefix) === 0) {
          act(!event.key || event.key === prefix + 'pupil');
        }
      });
    }
  };
}
