import { fill, focus, h } from "../dom.js";
import { decide } from "./decide.js";
import { button, fault, field, typed } from "./parts.js";
import { askReason } from "./reject.js";
import { named, signatoryView } from "./signatory.js";
import { say, when } from "./words.js";

/** All there is of one signature, and what can be done to it; `body.dataset.changed` says whether something was. */
export class Details {
  #context;
  #id;
  #body;
  /** Of a correction that is not saved: what stands in its fields when all is drawn anew. */
  #typed = {};
  #said = h("p", { role: "status", class: "said" });

  constructor(context, id, body) {
    this.#context = context;
    this.#id = id;
    this.#body = body;
  }

  get #path() {
    return `${this.#context.path}/signatures/${this.#id}`;
  }

  async show() {
    const { api, path, categories, isAdministrator } = this.#context;
    try {
      const signature = await api.json(this.#path);
      const history = await api.json(`${path}/audit?signature=${this.#id}`);
      fill(this.#body, signatoryView(signature, categories), this.#said, this.#decisions(signature),
        this.#correction(signature), isAdministrator && this.#erasure(signature), historyView(history));
    } catch (failure) {
      fill(this.#body, this.#said, fault(failure, () => this.show()));
    }
  }

  async #do(action, done) {
    try {
      const words = await action();
      this.#body.dataset.changed = "true";
      await this.show();
      focus(fill(this.#said, words ?? done));
    } catch (failure) {
      fill(this.#said, fault(failure, failure.status === 412 ? () => (fill(this.#said), this.show()) : null));
    }
  }

  #decisions(signature) {
    const { api, path, definition } = this.#context;
    const send = (decision, reason) => this.#do(async () => {
      const { results: [result], failure } = await decide(api, path, [signature], { decision, reason }, () => {});
      if (failure) throw failure;
      const key = `outcome.${result.outcome}`;
      return say.has(key) ? say(key, { who: named(signature), status: say(`status.${result.status}`) }) : `${named(signature)}: ${say(`status.${result.status}`)}.`;
    });
    const reject = async () => {
      const reason = await askReason(named(signature), definition.rejectionMails);
      if (reason !== null) send("reject", reason);
    };
    return h("p", { class: "buttons" },
      signature.status === "in-review" && button(say("approve"), () => send("approve")),
      ["in-review", "published"].includes(signature.status) && button(say("reject"), reject, { class: "danger" }),
      signature.status === "rejected" && button(say("reinstate"), () => send("reinstate")));
  }

  #correction(signature) {
    const keep = (name) => ({ target }) => (this.#typed[name] = target.value);
    const input = (name, value = "") => h("input", { value: this.#typed[name] ?? value, autocomplete: "off", required: ["name", "reason"].includes(name), on: { input: keep(name) } });
    const inputs = ["name", "honorific", "affiliation"].map((name) => [name, input(name, signature[name] ?? "")]);
    const reason = input("reason");
    const submit = (event) => {
      event.preventDefault();
      const changed = inputs.filter(([name, input]) => input.value.trim() !== (signature[name] ?? "")).map(([name, input]) => [name, input.value.trim() || null]);
      const body = { ...Object.fromEntries(changed), reason: reason.value.trim() };
      this.#do(() => this.#context.api.call(this.#path, { method: "PATCH", body, version: signature.version }).then(() => void (this.#typed = {})), say("corrected"));
    };
    return h("details", { open: Object.keys(this.#typed).length > 0 }, h("summary", {}, say("correct")), h("form", { on: { submit } },
      inputs.map(([name, input]) => field(say(`correct.${name}`), input)), field(say("reason.why"), reason), h("button", {}, say("correct.do"))));
  }

  #erasure(signature) {
    const name = h("input", { autocomplete: "off", required: true });
    const reason = h("input", { autocomplete: "off", required: true, value: "on-request: " });
    const submit = (event) => {
      event.preventDefault();
      if (name.value.trim() !== signature.name) return fill(this.#said, say("erase.differs"));
      this.#do(() => this.#context.api.call(this.#path, { method: "DELETE", body: { reason: reason.value.trim() } }).then(() => null), say("erased"));
    };
    return h("details", {}, h("summary", {}, say("erase")), h("form", { on: { submit } }, h("p", {}, say("erase.about", { name: signature.name })),
      field(say("erase.type"), name), field(say("reason.why"), reason), h("button", { class: "danger" }, say("erase.do"))));
  }
}

function historyView({ entries, notes = {} }) {
  const line = ({ id, at, actor, action, reason }) => {
    const { reason: words, earlier = {} } = notes[id] ?? {};
    const before = Object.values(earlier).join(", ");
    return h("li", {}, h("span", { class: "quiet" }, when(at)), ` ${action}, `, typed(actor), (words ?? reason) && h("span", {}, ": ", typed(words ?? reason)),
      before && h("span", { class: "quiet" }, " (", typed(say("history.earlier", { words: before })), ")"));
  };
  return h("details", { open: true }, h("summary", {}, say("history")), entries.length ? h("ol", { class: "history" }, entries.map(line)) : h("p", {}, say("history.none")));
}
