import { fill, h } from "../dom.js";
import { button, fault, field, typed } from "./parts.js";
import { say, when } from "./more-words.js";

/** Who did what, when and why; lines can be filtered by any word that stands in them. */
export async function show({ api, path, body }) {
  const filter = h("input", { type: "search", autocomplete: "off" });
  const rows = h("tbody");
  const told = h("p", { role: "status" });
  const more = h("p");
  const sift = () => {
    for (const row of rows.children) row.hidden = !row.textContent.toLowerCase().includes(filter.value.trim().toLowerCase());
  };
  const load = async (url) => {
    fill(more);
    fill(told, say("loading"));
    try {
      const { entries, next } = await api.json(url);
      rows.append(...entries.map(line));
      sift();
      fill(told);
      if (next) fill(more, button(say("more"), () => load(`${path}/${next}`), { class: "plain" }));
    } catch (failure) {
      fill(told, fault(failure, () => load(url)));
    }
  };
  filter.addEventListener("input", sift);
  const head = ["at", "who", "what", "subject", "reason"].map((name) => h("th", { scope: "col" }, say(`audit.${name}`)));
  fill(body, h("p", { class: "quiet" }, say("audit.about")), field(say("audit.filter"), filter), told,
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("view.audit") }, h("table", {}, h("thead", {}, h("tr", {}, head)), rows)), more);
  await load(`${path}/audit?limit=200`);
}

function line({ at, actor, role, action, subject, reason, after }) {
  const seal = action === "seal" && say("audit.sealed", { hash: after?.hash ?? "" });
  return h("tr", { class: seal && "seal" }, h("td", {}, when(at)), h("td", {}, typed(actor), `, ${role}`), h("td", {}, action),
    h("td", { class: "id" }, subject ?? ""), h("td", {}, seal || (reason ?? "")));
}
