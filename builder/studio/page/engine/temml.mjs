// Temml: the bytes of formulas, once in the page for the worker and for the dialog that shows one.
import temml from 'temml';

globalThis.temml = temml;
