// Pictures that lie in the manual and are made anew by its tests: they must look like what is made now. HORNBOOK_ACCEPT=1 puts new ones there.
import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const manual = fileURLToPath(new URL('../../builder/manual', import.meta.url));
export const run = (program, ...args) => execFileSync(program, args, {stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26});
// Options of ImageMagick for a small picture that e-ink shows as it is.
export const inGreys = ['-colorspace', 'Gray', '+dither', '-colors', '8', '-strip', '-define', 'png:compression-level=9'];

const mostApart = 0.06;  // other fonts and another version of a browser lie nearer

// How far two pictures lie apart when seen from afar: 0, the same, to 1.
function distance(one, other, out) {
  const shrunk = [one, other].map((picture, n) => {
    const small = join(out, `shrunk-${n}.png`);
    run('convert', picture, '-colorspace', 'Gray', '-resize', '120x160!', '-blur', '0x1', small);
    return small;
  });
  try {
    execFileSync('compare', ['-metric', 'RMSE', ...shrunk, 'null:'], {stdio: 'pipe'});
    return 0;
  } catch (differs) {
    return Number(differs.stderr.toString().match(/\((.*)\)/)[1]);
  }
}

// The pictures of a folder; out: where others may be made.
export function keeper(folder, out) {
  const faults = [];
  return {
    faults,
    // Compares what was made with the picture of that name, which stands in a chapter.
    keep(name, made, chapter) {
      const there = join(folder, `${name}.png`);
      if (process.env.HORNBOOK_ACCEPT) {
        mkdirSync(folder, {recursive: true});
        copyFileSync(made, there);
      } else if (!existsSync(there)) {
        faults.push(`${chapter}: ${there} is missing; HORNBOOK_ACCEPT=1 makes it`);
      } else if (distance(made, there, out) > mostApart) {
        faults.push(`${chapter}: ${there} does not look like ${made}, which was made now (${distance(made, there, out)}); HORNBOOK_ACCEPT=1 puts it there`);
      }
    },
    // Ends the test; names: of all pictures that may lie in the folder.
    finish(what, names) {
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        if (!names.includes(name.replace('.png', ''))) faults.push(`${join(folder, name)} stands in no chapter`);
      }
      for (const fault of faults) console.log(fault);
      console.log(`pictures of ${what}: ${names.length}, ${faults.length} faults`);
      process.exit(faults.length > 0 || names.length === 0 ? 1 : 0);
    },
  };
}
