// Says what the modules of a QR code hold (ISO/IEC 18004, versions 1 to 20): hornbookQrText(grid, size) gives its text, or null. grid: 1 for
// each dark module, row by row; size: modules on a side.
var hornbookQrSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";  // of its alphanumeric mode

var hornbookQrText = (function () {
  "use strict";

  // ---- tables ----

  var eccOfBlock = [
    [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
    [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
    [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28]
  ];
  var blocksOf = [
    [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
    [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
    [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
    [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25]
  ];

  // Level and mask, five bits as they are kept, with ten to correct them (section 7.9).
  function formatBits(data) {
    var rest = data;
    for (var i = 0; i < 10; i++) { rest = rest << 1 ^ (rest >> 9) * 0x537; }
    return (data << 10 | rest) ^ 0x5412;
  }

  function ones(value) {
    var count = 0;
    for (; value; value &= value - 1) { count++; }
    return count;
  }

  function formatOf(grid, size) {
    var one = 0, other = 0, i, best = null, least = 4;
    function bit(x, y) { return grid[y * size + x]; }
    for (i = 0; i < 6; i++) { one |= bit(8, i) << i; }
    one |= bit(8, 7) << 6 | bit(8, 8) << 7 | bit(7, 8) << 8;
    for (i = 9; i < 15; i++) { one |= bit(14 - i, 8) << i; }
    for (i = 0; i < 8; i++) { other |= bit(size - 1 - i, 8) << i; }
    for (i = 8; i < 15; i++) { other |= bit(8, size - 15 + i) << i; }
    for (i = 0; i < 32; i++) {
      var distance = Math.min(ones(formatBits(i) ^ one), ones(formatBits(i) ^ other));
      if (distance < least) {
        least = distance;
        best = { level: [1, 0, 3, 2][i >> 3], mask: i & 7 };
      }
    }
    return best;
  }

  var masks = [
    function (x, y) { return (x + y) % 2 === 0; },
    function (x, y) { return y % 2 === 0; },
    function (x) { return x % 3 === 0; },
    function (x, y) { return (x + y) % 3 === 0; },
    function (x, y) { return (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0; },
    function (x, y) { return x * y % 2 + x * y % 3 === 0; },
    function (x, y) { return (x * y % 2 + x * y % 3) % 2 === 0; },
    function (x, y) { return ((x + y) % 2 + x * y % 3) % 2 === 0; }
  ];

  // Modules that hold no data are 1.
  function takenBy(version, size) {
    var taken = new Uint8Array(size * size), places = [], count = version > 1 ? Math.floor(version / 7) + 2 : 0, i, j;
    function fill(x, y, w, h) {
      for (var b = y; b < y + h; b++) {
        for (var a = x; a < x + w; a++) { taken[b * size + a] = 1; }
      }
    }
    fill(0, 0, 9, 9);
    fill(size - 8, 0, 8, 9);
    fill(0, size - 8, 9, 8);
    fill(6, 0, 1, size);
    fill(0, 6, size, 1);
    if (version >= 7) {
      fill(size - 11, 0, 3, 6);
      fill(0, size - 11, 6, 3);
    }
    var step = count > 1 ? Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2 : 0;
    for (i = 0; i < count; i++) { places.push(i === 0 ? 6 : size - 7 - (count - 1 - i) * step); }
    for (i = 0; i < count; i++) {
      for (j = 0; j < count; j++) {
        if (!(i === 0 && j === 0) && !(i === 0 && j === count - 1) && !(i === count - 1 && j === 0)) { fill(places[i] - 2, places[j] - 2, 5, 5); }
      }
    }
    return taken;
  }

  function codewords(grid, size, version, mask) {
    var taken = takenBy(version, size), bytes = [], value = 0, count = 0, up = true;
    for (var right = size - 1; right >= 1; right -= 2) {
      if (right === 6) { right = 5; }
      for (var n = 0; n < size; n++) {
        var y = up ? size - 1 - n : n;
        for (var side = 0; side < 2; side++) {
          var x = right - side;
          if (taken[y * size + x]) { continue; }
          value = value << 1 | (grid[y * size + x] ^ (masks[mask](x, y) ? 1 : 0));
          if (++count % 8 === 0) {
            bytes.push(value);
            value = 0;
          }
        }
      }
      up = !up;
    }
    return bytes;
  }

  // ---- Reed and Solomon ----

  var powers = new Uint8Array(512), logs = new Uint8Array(256);
  for (var value = 1, e = 0; e < 255; e++) {
    powers[e] = powers[e + 255] = value;
    logs[value] = e;
    value = value << 1 ^ (value > 127 ? 0x11d : 0);
  }

  function times(a, b) {
    return a && b ? powers[logs[a] + logs[b]] : 0;
  }

  function valueAt(polynomial, x) {  // the lowest power first
    var sum = 0;
    for (var i = polynomial.length - 1; i >= 0; i--) { sum = times(sum, x) ^ polynomial[i]; }
    return sum;
  }

  // Puts a block right where it stands; false when it cannot.
  function mend(block, ecc) {
    var syndromes = [], clean = true, i, j, n = block.length;
    for (i = 0; i < ecc; i++) {
      var sum = 0;
      for (j = 0; j < n; j++) { sum = times(sum, powers[i]) ^ block[j]; }
      syndromes.push(sum);
      clean = clean && sum === 0;
    }
    if (clean) { return true; }
    // Berlekamp and Massey
    var locator = [1], before = [1], length = 0, shift = 1, last = 1;
    for (i = 0; i < ecc; i++) {
      var wrong = syndromes[i];
      for (j = 1; j <= length; j++) { wrong ^= times(locator[j] || 0, syndromes[i - j]); }
      if (wrong === 0) { shift++; continue; }
      var kept = locator.slice(), factor = times(wrong, powers[255 - logs[last]]);
      for (j = 0; j < before.length; j++) { locator[j + shift] = (locator[j + shift] || 0) ^ times(factor, before[j]); }
      for (j = 0; j < locator.length; j++) { locator[j] = locator[j] || 0; }
      if (2 * length <= i) {
        length = i + 1 - length;
        before = kept;
        last = wrong;
        shift = 1;
      } else {
        shift++;
      }
    }
    var omega = [], places = [];
    for (i = 0; i < ecc; i++) {
      omega[i] = 0;
      for (j = 0; j <= i; j++) { omega[i] ^= times(locator[j] || 0, syndromes[i - j]); }
    }
    for (i = 0; i < n; i++) {
      if (valueAt(locator, powers[(255 - i) % 255]) === 0) { places.push(i); }
    }
    if (places.length !== length || length > ecc / 2) { return false; }
    for (i = 0; i < places.length; i++) {
      var inverse = powers[(255 - places[i]) % 255], slope = 0;
      for (j = 1; j < locator.length; j += 2) { slope ^= times(locator[j], power(inverse, j - 1)); }
      if (slope === 0) { return false; }
      var amount = times(times(valueAt(omega, inverse), powers[255 - logs[slope]]), powers[places[i]]);
      block[n - 1 - places[i]] ^= amount;
    }
    return true;
  }

  function power(base, exponent) {
    return base ? powers[logs[base] * exponent % 255] : 0;
  }

  function dataOf(bytes, version, level) {
    var ecc = eccOfBlock[level][version - 1], count = blocksOf[level][version - 1], short = Math.floor(bytes.length / count);
    var longOnes = bytes.length % count, blocks = [], at = 0, i, j, data = [];
    for (i = 0; i < count; i++) { blocks.push([]); }
    for (j = 0; j < short - ecc + 1; j++) {
      for (i = 0; i < count; i++) {
        if (j < short - ecc || i >= count - longOnes) { blocks[i].push(bytes[at++]); }
      }
    }
    for (j = 0; j < ecc; j++) {
      for (i = 0; i < count; i++) { blocks[i].push(bytes[at++]); }
    }
    for (i = 0; i < count; i++) {
      if (!mend(blocks[i], ecc)) { return null; }
      data = data.concat(blocks[i].slice(0, blocks[i].length - ecc));
    }
    return data;
  }


  function textOf(data, version) {
    var at = 0, text = "", n, value;
    function bits(count) {
      var result = 0;
      for (; count > 0; count--, at++) { result = result * 2 + (data[at >> 3] >> (7 - (at & 7)) & 1); }
      return result;
    }
    while (at + 4 <= 8 * data.length) {
      var mode = bits(4), large = version > 9;
      if (mode === 0) { break; }
      if (mode === 2) {
        for (n = bits(large ? 11 : 9); n > 1; n -= 2) {
          value = bits(11);
          text += hornbookQrSigns.charAt(Math.floor(value / 45)) + hornbookQrSigns.charAt(value % 45);
        }
        text += n ? hornbookQrSigns.charAt(bits(6)) : "";
      } else if (mode === 1) {
        for (n = bits(large ? 12 : 10); n > 0; n -= 3) {
          value = String(bits(n > 2 ? 10 : n > 1 ? 7 : 4));
          while (value.length < Math.min(n, 3)) { value = "0" + value; }
          text += value;
        }
      } else if (mode === 4) {
        for (n = bits(large ? 16 : 8); n > 0; n--) { text += String.fromCharCode(bits(8)); }
      } else {
        return null;
      }
      if (at > 8 * data.length) { return null; }
    }
    return text;
  }

  return function (grid, size) {
    var version = (size - 17) / 4, format = formatOf(grid, size), data;
    if (!format) { return null; }
    data = dataOf(codewords(grid, size, version, format.mask), version, format.level);
    return data && textOf(data, version);
  };
})();
