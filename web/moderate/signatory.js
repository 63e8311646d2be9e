import { h } from "../dom.js";
import { typed } from "./parts.js";
import { say, when } from "./words.js";

const GRAVE = new Set(["free-mail", "watch-list", "name-listed", "same-network", "mail-bounced", "claims-imported-row"]);

/** Honorific and name as the public would see them. */
export function named({ honorific, name }) {
  return [honorific, name].filter(Boolean).join(" ");
}

/** Who signs, where they write from, and what speaks for and against it. */
export function signatoryView(signature, categories) {
  const { edit } = signature;
  const words = edit ?? signature;
  return [
    h("p", { class: "name" }, h("strong", {}, typed(named(words))), words.affiliation && h("span", {}, ", ", typed(words.affiliation))),
    edit && h("p", { class: "edited" }, say("edited", { words: [named(signature), signature.affiliation].filter(Boolean).join(", ") })),
    h("p", { class: "quiet" }, facts(signature, categories)),
    h("ul", { class: "flags" }, signature.flags.map(({ code, value }) => h("li", { class: GRAVE.has(code) && "grave" }, say(`flag.${code}`, { value })))),
  ];
}

function facts({ category, email, contact, since, listed, source, status }, categories) {
  const parts = [
    categories.get(category) ?? category, email, contact && say("contact", contact),
    source && say("imported-from", { source }), listed === false && say("unlisted"), `${say(`status.${status}`)}, ${when(since)}`,
  ];
  return parts.filter(Boolean).flatMap((part, index) => (index ? [" · ", typed(part)] : [typed(part)]));
}
