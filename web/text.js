import { direction } from "./languages.js";
import { h } from "./dom.js";

// What a text may consist of. CommonMark renders to no more than this; anything else loses its element and keeps its words.
const KEPT = new Set(
  "P BR UL OL LI A EM STRONG H1 H2 H3 H4 H5 H6 BLOCKQUOTE CODE PRE HR".split(" "),
);
const DROPPED = new Set("SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED NOSCRIPT TITLE TEXTAREA SELECT".split(" "));
const LINKS = /^(https?|mailto):/i;

/** The statement's text as nodes made here, one by one; the API's HTML itself never becomes part of the page. */
export function textOf({ text, textHtml, language, direction: written }) {
  const container = h("div", { class: "text", lang: language, dir: written ?? direction(language) });
  if (textHtml == null) container.append(...paragraphs(text));
  else container.append(...copies(parse(textHtml).body.childNodes));
  return container;
}

function paragraphs(text) {
  return text.split(/\n\s*\n/).map((paragraph) => h("p", { class: "lines" }, paragraph.trim()));
}

let policy;

/** A document that is shown to nobody and runs nothing. */
function parse(html) {
  policy ??= window.trustedTypes?.createPolicy("undersigned-text", { createHTML: (input) => input });
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

function copies(nodes) {
  return [...nodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.tagName)) return [];
    return KEPT.has(node.tagName) ? [copy(node)] : copies(node.childNodes);
  });
}

function copy(node) {
  if (node.tagName === "A") return link(node);
  // The page's own headings stand above those of the text.
  const level = /^H([1-5])$/.exec(node.tagName)?.[1];
  const element = h(level ? `h${Number(level) + 1}` : node.tagName.toLowerCase(), {}, copies(node.childNodes));
  if (node.tagName === "OL" && node.start !== 1) element.start = node.start;
  return element;
}

function link(node) {
  const href = node.getAttribute("href")?.trim() ?? "";
  if (!LINKS.test(href) || !URL.canParse(href)) return h("span", {}, copies(node.childNodes));
  return h("a", { href, rel: "noopener nofollow" }, copies(node.childNodes));
}
