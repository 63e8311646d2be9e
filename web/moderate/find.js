import { fill, focus, h } from "../dom.js";
import { button, fault, field } from "./parts.js";
import { named, signatoryView } from "./signatory.js";
import { signatureDialog } from "./signature.js";
import { say } from "./words.js";

/** Looks up by the beginning of a name, or by an address where there is an @. */
export async function show(context) {
  const { api, path, body, categories } = context;
  const asked = h("input", { type: "search", autocomplete: "off", required: true, maxlength: 254 });
  const told = h("p", { role: "status" });
  const list = h("ol", { class: "rows" });
  const more = h("p");
  const row = (signature) => h("li", {}, h("div", { class: "signatory" }, signatoryView(signature, categories)),
    signature.version && h("div", { class: "buttons" }, button(say("details"), async () => (await signatureDialog(context, signature.id)) && find(),
      { class: "plain", "aria-label": `${say("details")}: ${named(signature)}` })));
  const load = async (url) => {
    fill(told, say("loading"));
    fill(more);
    try {
      const { signatures, requests = [], next } = await api.json(url);
      list.append(...[...signatures, ...requests].map(row));
      fill(told, list.children.length ? say("find.count", { count: list.children.length }) : say("find.none"));
      if (next) fill(more, button(say("more"), () => load(`${path}/${next}`), { class: "plain" }));
    } catch (failure) {
      fill(told, fault(failure, () => load(url)));
    }
  };
  const find = () => {
    const value = asked.value.trim();
    fill(list);
    return value && load(`${path}/signatures?${new URLSearchParams({ [/[@＠﹫]/u.test(value) ? "email" : "name"]: value })}`);
  };
  const submit = (event) => {
    event.preventDefault();
    find();
  };
  fill(body, h("form", { class: "search", role: "search", on: { submit } }, field(say("find.label"), asked, say("find.hint")), h("button", {}, say("find.do"))), told, list, more);
  focus(asked);
}
