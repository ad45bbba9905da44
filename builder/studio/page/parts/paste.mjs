// Paste: pages become Markdown, pictures files of the book; what is lost is told once, and the plain text can be had instead.
import {area, el, field} from './dom.mjs';
import {openDialog} from './dialog.mjs';
import {hasForm, markdownOf} from './html_to_markdown.mjs';
import {fromBase64} from './places.mjs';
import {pictureMarkdown} from './insert.mjs';
import {belowTitle, hasTitle} from './marks.mjs';
import {say} from './words.mjs';

export function createPaste({editor, operations, inserts, announce, attempt}) {
  const isChapter = () => /^chapters\/.+\.md$/i.test(editor.path());

  // Alternative texts of all pictures at once; empty ones stay to be written, and the check asks for them.
  async function described(pictures) {
    const fields = pictures.map((picture) => area(picture.alt, {rows: 2}));
    let wanted = false;
    await openDialog(say('pasted_pictures', pictures.length), pictures.map((picture, i) => [
      el('img', {class: 'picture-preview', src: picture.src, alt: ''}), field(say('alt'), fields[i], say('alt_help')),
    ]), [{words: say('without_pictures')}, {words: say('insert'), main: true, act: () => { wanted = true; }}]).closed;
    return wanted ? fields.map((one) => one.value) : null;
  }

  async function page(html, plain) {
    const {markdown, pictures, losses} = markdownOf(html);
    let text = markdown;
    if (pictures.length) {
      const alts = await described(pictures);
      for (const [i, picture] of pictures.entries()) {
        let written = '';
        if (alts) {
          const [head, data] = picture.src.split(',');
          const ending = /image\/(\w+)/.exec(head)[1].replace('jpeg', 'jpg');
          const path = await operations.addPicture(`picture.${ending}`, fromBase64(data));
          written = pictureMarkdown(path, alts[i], '', false);
        }
        text = text.replace(`\u0001${i}\u0001`, () => written);
      }
      if (!alts) losses.push(['loss_picture', pictures.length]);
    }
    const at = editor.view.state.selection.main.from;
    if (hasTitle(editor.text())) text = belowTitle(text);
    if (/\n/.test(text)) editor.insertBlock(text);
    else editor.insert(text);
    if (losses.length) await tell(losses, plain, at, text);
    else announce(say('pasted'));
  }

  function tell(losses, plain, at, text) {
    return openDialog(say('lost_title'), [el('p', {class: 'field'}, say('lost_words')), el('ul', {class: 'losses'}, losses.map(([key, count]) => el('li', {}, `${say(key)}${count > 1 ? ` (${count})` : ''}`)))], [
      {words: say('paste_plain'), act: () => {
        editor.undo();
        editor.insert(plain);
      }},
      {words: say('good'), main: true},
    ]).closed;
  }

  return {
    pasted(event) {
      const data = event.clipboardData;
      if (!data || !isChapter()) return false;
      const html = data.getData('text/html');
      const files = [...data.files].filter((file) => file.type.startsWith('image/'));
      if (html && hasForm(html) && !(files.length && !data.getData('text/plain').trim())) {
        event.preventDefault();
        attempt(() => page(html, data.getData('text/plain')));
        return true;
      }
      if (!files.length) return false;
      event.preventDefault();
      attempt(() => inserts.addFiles(files));
      return true;
    },
    dropped(event) {
      const files = [...(event.dataTransfer?.files ?? [])].filter((file) => file.type.startsWith('image/'));
      if (!files.length || !isChapter()) return false;
      event.preventDefault();
      attempt(() => inserts.addFiles(files));
      return true;
    },
  };
}
