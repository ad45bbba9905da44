// Markdown as CodeMirror's language: the parser of CommonMark and GitHub's tables, and the colours of what it finds.
import {Language, HighlightStyle, defineLanguageFacet, foldNodeProp, syntaxHighlighting} from '@codemirror/language';
import {GFM, parser} from '@lezer/markdown';
import {tags} from '@lezer/highlight';

const data = defineLanguageFacet({commentTokens: {block: {open: '<!--', close: '-->'}}});

const folding = foldNodeProp.add((type) => (type.is('FencedCode') ? (node, state) => ({from: state.doc.lineAt(node.from).to, to: node.to}) : undefined));

const colours = HighlightStyle.define([
  {tag: tags.heading, class: 'md-heading'},
  {tag: tags.heading1, class: 'md-heading md-title'},
  {tag: tags.strong, class: 'md-strong'},
  {tag: tags.emphasis, class: 'md-emphasis'},
  {tag: tags.strikethrough, class: 'md-struck'},
  {tag: tags.link, class: 'md-link'},
  {tag: tags.url, class: 'md-url'},
  {tag: tags.monospace, class: 'md-code'},
  {tag: tags.quote, class: 'md-quote'},
  {tag: tags.comment, class: 'md-comment'},
  {tag: tags.processingInstruction, class: 'md-mark'},
  {tag: tags.labelName, class: 'md-url'},
]);

export const markdown = () => [new Language(data, parser.configure([GFM, {props: [folding]}]), [], 'markdown').extension, syntaxHighlighting(colours)];
