// Finds a QR code in a grey picture: hornbookQr(grey, width, height) gives its text, by hornbookQrText, or null. grey: one byte for each
// pixel. For browsers that cannot do so themselves.
var hornbookQr = (function () {
  "use strict";

  // ---- bits: dark or light ----

  // 1 for each pixel that is darker than what lies around it.
  function darkPixels(grey, width, height) {
    var sums = new Float64Array((width + 1) * (height + 1)), dark = new Uint8Array(width * height), half = Math.max(8, Math.round(Math.max(width, height) / 20));
    var x, y;
    for (y = 0; y < height; y++) {
      for (var row = 0, at = (y + 1) * (width + 1) + 1, x0 = y * width; x0 < (y + 1) * width; x0++, at++) {
        row += grey[x0];
        sums[at] = sums[at - width - 1] + row;
      }
    }
    for (y = 0; y < height; y++) {
      var top = Math.max(0, y - half), bottom = Math.min(height, y + half + 1);
      for (x = 0; x < width; x++) {
        var left = Math.max(0, x - half), right = Math.min(width, x + half + 1);
        var sum = sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right] - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left];
        dark[y * width + x] = grey[y * width + x] * (bottom - top) * (right - left) < sum * 0.92 ? 1 : 0;
      }
    }
    return { bits: dark, width: width, height: height };
  }

  function darkAt(picture, x, y) {
    x = Math.floor(x);
    y = Math.floor(y);
    return x >= 0 && y >= 0 && x < picture.width && y < picture.height && picture.bits[y * picture.width + x] === 1;
  }

  // ---- the three squares in the corners ----

  // Five runs, dark first, in the proportions 1:1:3:1:1; the size of a module, or 0.
  function moduleOf(runs) {
    var module = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7, room = module * 0.6 + 0.5;
    var fits = Math.abs(runs[0] - module) < room && Math.abs(runs[1] - module) < room && Math.abs(runs[2] - 3 * module) < 3 * room &&
      Math.abs(runs[3] - module) < room && Math.abs(runs[4] - module) < room;
    return fits && module >= 1 ? module : 0;
  }

  // Through a dark place, in one direction and back: {module, offset of the middle}, or null.
  function crossed(picture, x, y, dx, dy, most) {
    var runs = [0, 0, 0, 0, 0], ahead = 0, k;
    function go(sign) {
      var part = 2, n = sign < 0 ? 1 : 0;
      for (; part >= 0 && part <= 4 && n < most; n++) {
        if (darkAt(picture, x + sign * n * dx, y + sign * n * dy) !== (part % 2 === 0)) {
          part += sign;
          n--;
          if (part < 0 || part > 4) { return; }
          continue;
        }
        runs[part]++;
        if (sign > 0 && part === 2) { ahead++; }
      }
    }
    go(1);
    go(-1);
    k = moduleOf(runs);
    return k ? { module: k, offset: ahead - runs[2] / 2 } : null;
  }

  function note(found, x, y, module) {
    for (var i = 0; i < found.length; i++) {
      var one = found[i];
      if (Math.abs(one.x - x) < 2.5 * one.module && Math.abs(one.y - y) < 2.5 * one.module && module < 2 * one.module && one.module < 2 * module) {
        one.x = (one.x * one.count + x) / (one.count + 1);
        one.y = (one.y * one.count + y) / (one.count + 1);
        one.module = (one.module * one.count + module) / (one.count + 1);
        one.count++;
        return;
      }
    }
    found.push({ x: x, y: y, module: module, count: 1 });
  }

  function squares(picture) {
    var found = [], width = picture.width, bits = picture.bits, most = Math.max(width, picture.height);
    for (var y = 0; y < picture.height; y++) {
      var runs = [0, 0, 0, 0, 0], colour = 0, length = 0;
      for (var x = 0; x <= width; x++) {
        var now = x < width ? bits[y * width + x] : 2;
        if (now === colour) { length++; continue; }
        runs = [runs[1], runs[2], runs[3], runs[4], length];
        if (colour === 1 && moduleOf(runs)) {
          var middle = x - runs[4] - runs[3] - runs[2] / 2, down = crossed(picture, middle, y, 0, 1, most);
          if (down) {
            var centre = y + 0.5 + down.offset - 0.5, along = crossed(picture, middle, centre, 1, 0, most);
            if (along && Math.max(along.module, down.module) < 2 * Math.min(along.module, down.module)) {
              note(found, middle + along.offset, centre, (along.module + down.module) / 2);
            }
          }
        }
        colour = now;
        length = 1;
      }
    }
    return found.filter(function (one) { return one.count > 1; }).sort(function (a, b) { return b.count - a.count; }).slice(0, 12);
  }

  function far(a, b) {
    return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
  }

  // Three of them as corners of a square, the likeliest first: {corner, right, below}.
  function triples(found) {
    var all = [];
    function add(corner, a, b) {
      var one = far(corner, a), other = far(corner, b), across = far(a, b), modules = [corner.module, a.module, b.module];
      var unlike = Math.abs(one - other) / Math.max(one, other) + Math.abs(across - Math.sqrt(one * one + other * other)) / across +
        (Math.max.apply(null, modules) / Math.min.apply(null, modules) - 1) * 0.5;
      if (unlike < 1 && Math.min(one, other) > 10 * Math.min.apply(null, modules)) {
        var turns = (a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x);
        all.push({ corner: corner, right: turns > 0 ? a : b, below: turns > 0 ? b : a, unlike: unlike });
      }
    }
    for (var i = 0; i < found.length; i++) {
      for (var j = i + 1; j < found.length; j++) {
        for (var k = j + 1; k < found.length; k++) {
          add(found[i], found[j], found[k]);
          add(found[j], found[i], found[k]);
          add(found[k], found[i], found[j]);
        }
      }
    }
    return all.sort(function (a, b) { return a.unlike - b.unlike; }).slice(0, 6);
  }

  // ---- the grid ----

  // Where a module lies in the picture, from four pairs of places: a projection.
  function projection(from, to) {
    var rows = [], i, j, k;
    for (i = 0; i < 4; i++) {
      var u = from[i][0], v = from[i][1], x = to[i].x, y = to[i].y;
      rows.push([u, v, 1, 0, 0, 0, -u * x, -v * x, x], [0, 0, 0, u, v, 1, -u * y, -v * y, y]);
    }
    for (i = 0; i < 8; i++) {
      var best = i;
      for (j = i + 1; j < 8; j++) {
        if (Math.abs(rows[j][i]) > Math.abs(rows[best][i])) { best = j; }
      }
      var swapped = rows[i];
      rows[i] = rows[best];
      rows[best] = swapped;
      for (j = 0; j < 8; j++) {
        if (j !== i && rows[i][i] !== 0) {
          var factor = rows[j][i] / rows[i][i];
          for (k = i; k < 9; k++) { rows[j][k] -= factor * rows[i][k]; }
        }
      }
    }
    var h = rows.map(function (row, n) { return row[8] / row[n]; });
    return function (u, v) {
      var w = h[6] * u + h[7] * v + 1;
      return { x: (h[0] * u + h[1] * v + h[2]) / w, y: (h[3] * u + h[4] * v + h[5]) / w };
    };
  }

  function corners(size) {
    return [[3.5, 3.5], [size - 3.5, 3.5], [3.5, size - 3.5]];
  }

  // The small square near the fourth corner: where it lies, or null.
  function alignment(picture, triple, size) {
    var span = size - 7, centre = size - 6.5;
    var ux = (triple.right.x - triple.corner.x) / span, uy = (triple.right.y - triple.corner.y) / span;
    var vx = (triple.below.x - triple.corner.x) / span, vy = (triple.below.y - triple.corner.y) / span;
    var x0 = triple.corner.x + (centre - 3.5) * (ux + vx), y0 = triple.corner.y + (centre - 3.5) * (uy + vy);
    var best = null, most = 21, reach = Math.max(4, size / 8);
    for (var a = -reach; a <= reach; a += 0.34) {
      for (var b = -reach; b <= reach; b += 0.34) {
        var x = x0 + a * ux + b * vx, y = y0 + a * uy + b * vy, score = 0;
        if (!darkAt(picture, x, y)) { continue; }
        for (var i = -2; i <= 2; i++) {
          for (var j = -2; j <= 2; j++) {
            var dark = Math.max(Math.abs(i), Math.abs(j)) !== 1;
            if (darkAt(picture, x + i * ux + j * vx, y + i * uy + j * vy) === dark) { score++; }
          }
        }
        var near = Math.abs(a) + Math.abs(b);
        if (score > most || (score === most && best && near < best.near)) {
          if (score > most || !best) { best = { n: 0, sx: 0, sy: 0, near: near }; }
          most = score;
          best.near = near;
          best.x = x;
          best.y = y;
        }
      }
    }
    return best && centred(picture, best, ux, uy, vx, vy);
  }

  // The middle of the dark module that a place lies in.
  function centred(picture, place, ux, uy, vx, vy) {
    function edge(dx, dy) {
      var n = 0;
      while (n < 1.5 && darkAt(picture, place.x + n * dx, place.y + n * dy)) { n += 0.05; }
      return n;
    }
    var along = (edge(ux, uy) - edge(-ux, -uy)) / 2, down = (edge(vx, vy) - edge(-vx, -vy)) / 2;
    return { x: place.x + along * ux + down * vx, y: place.y + along * uy + down * vy };
  }

  function sampled(picture, place, size) {
    var grid = new Uint8Array(size * size), shifts = [[0, 0], [0.2, 0], [-0.2, 0], [0, 0.2], [0, -0.2]];
    for (var y = 0; y < size; y++) {
      for (var x = 0; x < size; x++) {
        var dark = 0;
        for (var i = 0; i < 5; i++) {
          var at = place(x + 0.5 + shifts[i][0], y + 0.5 + shifts[i][1]);
          dark += darkAt(picture, at.x, at.y) ? 1 : 0;
        }
        grid[y * size + x] = dark > 2 ? 1 : 0;
      }
    }
    return grid;
  }

  // How much of the dotted lines between the squares is as it should be, from 0 to 1.
  function dotted(grid, size) {
    var right = 0;
    for (var i = 8; i < size - 8; i++) {
      right += (grid[6 * size + i] === (i + 1) % 2 ? 1 : 0) + (grid[i * size + 6] === (i + 1) % 2 ? 1 : 0);
    }
    return right / (2 * (size - 16));
  }

  // ---- all together ----

  // Sizes that the corners may have, the likeliest first.
  function sizesOf(triple) {
    var modules = (far(triple.corner, triple.right) + far(triple.corner, triple.below)) / 2 /
      ((triple.corner.module + triple.right.module + triple.below.module) / 3) + 7;
    var guess = Math.round((modules - 17) / 4), result = [];
    [0, 1, -1, 2, -2, 3, -3].forEach(function (step) {
      if (guess + step >= 1 && guess + step <= 20) { result.push(17 + 4 * (guess + step)); }
    });
    return result;
  }

  function readTriple(picture, triple) {
    var grids = [];
    sizesOf(triple).forEach(function (size) {
      var fourth = { x: triple.right.x + triple.below.x - triple.corner.x, y: triple.right.y + triple.below.y - triple.corner.y };
      var small = size > 21 ? alignment(picture, triple, size) : null, ends = [];
      if (small) { ends.push([[size - 6.5, size - 6.5], small]); }
      ends.push([[size - 3.5, size - 3.5], fourth]);
      ends.forEach(function (end) {
        var place = projection(corners(size).concat([end[0]]), [triple.corner, triple.right, triple.below, end[1]]);
        var grid = sampled(picture, place, size);
        grids.push({ grid: grid, size: size, dots: dotted(grid, size) });
      });
    });
    grids.sort(function (a, b) { return b.dots - a.dots; });
    for (var i = 0; i < grids.length && i < 4; i++) {
      var text = hornbookQrText(grids[i].grid, grids[i].size);
      if (text) { return text; }
    }
    return null;
  }

  return function (grey, width, height) {
    var picture = darkPixels(grey, width, height), all = triples(squares(picture));
    for (var i = 0; i < all.length; i++) {
      var text = readTriple(picture, all[i]);
      if (text) { return text; }
    }
    return null;
  };
})();
