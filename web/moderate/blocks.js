import { fill, focus, h } from "../dom.js";
import { button, fault, field, typed } from "./parts.js";
import { say, when } from "./more-words.js";

const LISTS = ["addresses", "domains", "networks", "allowedNetworks"];

/** Who can ask for no email, and which networks may sign as often as they like. */
export async function show({ api, path, body }) {
  const said = h("div", { role: "status", class: "said" });
  const parts = Object.fromEntries(LISTS.map((list) => [list, { held: h("p", { class: "quiet" }), entries: h("ul", { class: "entries" }), asked: h("input", { autocomplete: "off" }) }]));
  const change = async (body, words, undo) => {
    try {
      draw(await api.json(`${path}/blocks`, { method: "PATCH", body }));
      fill(said, words, undo && [" ", button(say("undo"), undo, { class: "plain" })]);
      return true;
    } catch (failure) {
      fill(said, fault(failure));
      return false;
    }
  };
  const remove = async (list, entry, row) => {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const back = () => change({ add: { [list]: [entry] } }, say("blocks.back"));
    if (await change({ remove: { [list]: [entry] } }, say("blocks.removed", { entry }), back)) focus(next?.isConnected ? next.querySelector("button") : parts[list].asked);
  };
  const draw = (blocks) => {
    for (const list of LISTS) {
      const rows = blocks[list].map((entry) => {
        const row = h("li", {}, typed(entry), button(say("blocks.remove"), () => remove(list, entry, row), { class: "link", "aria-label": `${say("blocks.remove")}: ${entry}` }));
        return row;
      });
      fill(parts[list].entries, rows);
      const held = blocks.blocked[list];
      fill(parts[list].held, [blocks[list].length === 0 && say("blocks.none"), held !== undefined && say("blocks.held", { count: held })].filter(Boolean).join(" "));
    }
    fill(last, blocks.blocked.lastAt ? say("blocks.last", { at: when(blocks.blocked.lastAt) }) : "");
  };
  const last = h("p", { class: "quiet" });
  const section = (list) => {
    const { held, entries, asked } = parts[list];
    const submit = async (event) => {
      event.preventDefault();
      const given = asked.value.split(/[\s,;]+/).filter(Boolean);
      if (given.length && (await change({ add: { [list]: given } }, say("blocks.added", { count: given.length })))) asked.value = "";
    };
    return h("section", {}, h("h2", {}, say(`blocks.${list}`)), held, entries,
      h("form", { on: { submit } }, field(say(`blocks.${list}.add`), asked, say(`blocks.${list}.hint`)), h("button", { class: "plain" }, say("blocks.add"), h("span", { class: "unseen" }, `: ${say(`blocks.${list}`)}`))));
  };
  const blocks = await api.json(`${path}/blocks`);
  fill(body, h("p", {}, say("blocks.about")), last, said, h("div", { class: "pairs" }, LISTS.map(section)));
  draw(blocks);
}
