// Collects the codes that e-readers show (plugin/results-codes.md) from photographs, says whose are there and which are missing, and gives
// them as one file, a code on each line. Nothing is sent. ECMAScript 5, for old telephones.
(function () {
  "use strict";

  var list = document.getElementById("pupils"), told = document.getElementById("told"), save = document.getElementById("save"), share = document.getElementById("share");
  var sets = {}, order = [], store = null;
  var sides = [1600, 1000, 2400];  // pixels of the longer side in which a code is looked for

  try {
    store = window.sessionStorage;  // a telephone short of memory closes a page while its camera is open
  } catch (refused) {
    store = null;
  }

  // ---- what was read ----

  function fromHexadecimal(digits) {
    try {
      return decodeURIComponent(digits.replace(/../g, "%$&"));
    } catch (broken) {
      return "?";
    }
  }

  function add(text) {
    var parts = /^HB1\/(\d{1,4})\/(\d{1,4})\/([0-9A-F]{8})\/((?:[0-9A-F]{2})*)\/([^]*)$/.exec(text);
    if (!parts || +parts[1] < 1 || +parts[1] > +parts[2]) { return false; }
    var key = parts.slice(2, 5).join("/");
    if (!sets[key]) {
      sets[key] = { pupils: fromHexadecimal(parts[4]), count: +parts[2], sum: parts[3], frames: {} };
      order.push(key);
    }
    sets[key].frames[parts[1]] = text;
    return true;
  }

  function missingOf(set) {
    var missing = [];
    for (var i = 1; i <= set.count; i++) {
      if (!set.frames[i]) { missing.push(i); }
    }
    return missing;
  }

  function allFrames() {
    var lines = [];
    order.forEach(function (key) {
      for (var i = 1; i <= sets[key].count; i++) {
        if (sets[key].frames[i]) { lines.push(sets[key].frames[i]); }
      }
    });
    return lines;
  }

  // ---- what a whole set holds ----

  function fromBase45(text) {
    var bytes = [];
    for (var at = 0; at < text.length; at += 3) {
      var group = text.substr(at, 3), value = 0;
      for (var i = group.length - 1; i >= 0; i--) { value = value * 45 + hornbookQrSigns.indexOf(group.charAt(i)); }
      if (group.length === 3) { bytes.push(value >> 8); }
      bytes.push(value & 255);
    }
    return bytes;
  }

  // RFC 1951, one block of fixed codes, as the plugin packs it; null when it is anything else.
  function unpacked(bytes) {
    var at = 0, out = [];
    function bit() {
      var value = bytes[at >> 3] >> (at & 7) & 1;
      at++;
      return value;
    }
    function number(count) {
      for (var value = 0, i = 0; i < count; i++) { value |= bit() << i; }
      return value;
    }
    function code(count, value) {
      for (; count > 0; count--) { value = value << 1 | bit(); }
      return value;
    }
    function symbol() {
      var value = code(7, 0);
      if (value < 24) { return 256 + value; }
      value = code(1, value);
      if (value < 192) { return value - 48; }
      return value < 200 ? 280 + value - 192 : 144 + code(1, value) - 400;
    }
    if (number(3) !== 3) { return null; }
    while (at < 8 * bytes.length) {
      var value = symbol(), extra, length, far, back;
      if (value === 256) { return out; }
      if (value < 256) {
        out.push(value);
        continue;
      }
      value -= 257;
      extra = value < 8 || value === 28 ? 0 : (value >> 2) - 1;
      length = value < 8 ? value + 3 : value === 28 ? 258 : ((4 + (value & 3)) << extra) + 3 + number(extra);
      far = code(5, 0);
      extra = far < 4 ? 0 : (far >> 1) - 1;
      back = far < 4 ? far + 1 : ((2 + (far & 1)) << extra) + 1 + number(extra);
      if (back > out.length) { return null; }
      for (; length > 0; length--) { out.push(out[out.length - back]); }
    }
    return null;
  }

  function sumOf(bytes) {
    var sum = -1;
    bytes.forEach(function (byte) {
      sum ^= byte;
      for (var i = 0; i < 8; i++) { sum = sum & 1 ? sum >>> 1 ^ 0xEDB88320 : sum >>> 1; }
    });
    return ("0000000" + ((~sum) >>> 0).toString(16).toUpperCase()).slice(-8);
  }

  // The quizzes of a whole set, by title; null when its frames do not fit together.
  function quizzesIn(set) {
    var body = "", bytes, titles = [];
    for (var i = 1; i <= set.count; i++) { body += set.frames[i].split("/").slice(5).join("/"); }
    bytes = unpacked(fromBase45(body));
    if (!bytes || sumOf(bytes) !== set.sum) { return null; }
    try {
      fromHexadecimal(bytes.map(function (byte) { return (byte < 16 ? "0" : "") + byte.toString(16); }).join("")).split("\n").forEach(function (line) {
        if (!line) { return; }
        JSON.parse(line).quizzes.forEach(function (quiz) {
          if (titles.indexOf(quiz.title) < 0) { titles.push(quiz.title); }
        });
      });
    } catch (broken) {
      return null;
    }
    return titles;
  }

  // ---- the page ----

  // What the page says, from its <body>; value: for its blank.
  function said(word, value) {
    return document.body.getAttribute("data-" + word).replace("{}", value);
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function show() {
    var count = 0;
    list.textContent = "";
    order.forEach(function (key) {
      var set = sets[key], missing = missingOf(set), titles = missing.length ? null : quizzesIn(set), row;
      if (!missing.length && !titles) {
        missing = Object.keys(set.frames);  // misread: all of it again
        set.frames = {};
      }
      count += Object.keys(set.frames).length;
      row = document.createElement("li");
      element("strong", said("pupils", set.pupils), row).dir = "auto";
      element("span", missing.length ? "… " + said("still-missing", missing.join(", ") + " / " + set.count) : "✓ " + said("all-there"), row).className = missing.length ? "missing" : "whole";
      if (titles) { element("span", titles.join(" · "), row).dir = "auto"; }
      list.appendChild(row);
    });
    var lines = allFrames();
    document.getElementById("count").textContent = said("codes-read", count);
    save.hidden = lines.length === 0;
    save.href = "data:text/plain;charset=utf-8," + encodeURIComponent(lines.join("\n") + "\n");
    share.hidden = save.hidden || !canShare();
    if (store) {
      try { store.setItem("hornbook-codes", lines.join("\n")); } catch (full) { store = null; }
    }
  }

  function file() {
    return new File([allFrames().join("\n") + "\n"], "hornbook-codes.txt", { type: "text/plain" });
  }

  function canShare() {
    try {
      return !!navigator.canShare && navigator.canShare({ files: [file()] });
    } catch (old) {
      return false;
    }
  }

  share.onclick = function () {
    navigator.share({ files: [file()] }).then(null, function () { return null; });
  };

  // ---- photographs ----

  function greyOf(picture, width, height, side) {
    var scale = Math.min(1, side / Math.max(width, height)), w = Math.round(width * scale), h = Math.round(height * scale);
    var canvas = document.createElement("canvas"), grey = new Uint8Array(w * h), context, pixels;
    canvas.width = w;
    canvas.height = h;
    context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0, w, h);
    pixels = context.getImageData(0, 0, w, h).data;
    for (var i = 0; i < w * h; i++) { grey[i] = (pixels[4 * i] * 3 + pixels[4 * i + 1] * 6 + pixels[4 * i + 2]) / 10; }
    return { grey: grey, width: w, height: h };
  }

  function readByUs(picture, width, height) {
    for (var i = 0; i < (picture === film ? 1 : sides.length); i++) {
      if (i > 1 && Math.max(width, height) <= sides[0]) { break; }
      var view = greyOf(picture, width, height, sides[i]), text = hornbookQr(view.grey, view.width, view.height);
      if (text && add(text)) { return true; }
    }
    return false;
  }

  // The browser's own reader first, where it has one: it is quicker.
  function read(picture, width, height, done) {
    function byUs() { done(readByUs(picture, width, height)); }
    if (!window.BarcodeDetector) { return byUs(); }
    try {
      new window.BarcodeDetector({ formats: ["qr_code"] }).detect(picture).then(function (codes) {
        var some = codes.filter(function (code) { return add(code.rawValue); }).length > 0;
        return some ? done(true) : byUs();
      }, byUs);
    } catch (refused) {
      byUs();
    }
  }

  function takeNext(files, at, without) {
    told.textContent = without.length ? said("no-code", without.join(", ")) : "";
    if (at >= files.length) {
      document.body.removeAttribute("aria-busy");
      return show();
    }
    var picture = new Image(), url = URL.createObjectURL(files[at]);
    function done(found) {
      URL.revokeObjectURL(url);
      show();
      window.setTimeout(function () { takeNext(files, at + 1, found ? without : without.concat(files[at].name)); }, 0);
    }
    picture.onload = function () { read(picture, picture.naturalWidth, picture.naturalHeight, done); };
    picture.onerror = function () { done(false); };
    picture.src = url;
  }

  function take(event) {
    var files = Array.prototype.slice.call(event.target.files);
    document.body.setAttribute("aria-busy", "true");
    takeNext(files, 0, []);
    event.target.value = "";
  }

  // ---- the camera, where a page may use it ----

  var film = document.getElementById("film"), button = document.getElementById("camera"), stream = null, waits = false;

  function lookAgain() {
    if (!stream) { return; }
    waits = true;
    window.setTimeout(look, 150);
  }

  function look() {
    waits = false;
    if (!stream) { return; }
    if (!film.videoWidth) { return lookAgain(); }
    var before = allFrames().length;
    read(film, film.videoWidth, film.videoHeight, function () {
      if (allFrames().length !== before) { show(); }
      lookAgain();
    });
  }

  function stop() {
    if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
    stream = null;
    film.hidden = true;
    button.textContent = said("camera", "");
  }

  button.onclick = function () {
    if (stream) { return stop(); }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } }).then(function (opened) {
      stream = opened;
      film.srcObject = opened;
      film.hidden = false;
      button.textContent = said("camera-off", "");
      film.play();
      if (!waits) { look(); }
    }, function () {
      button.hidden = true;
    });
  };
  button.hidden = !(window.isSecureContext && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);

  document.getElementById("take").onchange = take;
  document.getElementById("choose").onchange = take;
  if (store && store.getItem("hornbook-codes")) { store.getItem("hornbook-codes").split("\n").forEach(add); }
  show();
})();
