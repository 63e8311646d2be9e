import { textOf } from "../text.js";
import { fill, focus, h } from "../dom.js";
import { DefinitionForm } from "./definition.js";
import { differences } from "./diff.js";
import { button, fault, typed } from "./parts.js";
import { say } from "./more-words.js";

const NEXT = { draft: ["open"], open: ["paused", "closed"], paused: ["open", "closed"], closed: ["open"] };

export async function show(context) {
  await new Editor(context).load();
}

/** Changes a definition in two steps: what would change is shown, then it is put back under the revision that was read. */
class Editor {
  #context;
  #definition;
  #version;
  #form;
  #result = h("div", { role: "status", class: "result" });

  constructor(context) {
    this.#context = context;
  }

  /** `before` is a form whose changes go on. */
  async load(before) {
    const { api, path, body, isAdministrator } = this.#context;
    if (!isAdministrator) return fill(body, h("p", { class: "notice" }, say("administrators")));
    const answer = await api.call(path);
    this.#definition = await answer.json();
    this.#version = answer.headers.get("ETag").replaceAll('"', "");
    this.#draw(before);
  }

  #draw(before) {
    const { state } = this.#definition;
    this.#form = new DefinitionForm(this.#definition, before, (form) => this.#draw(form));
    const states = NEXT[state].map((next) => button(say(`statement.to.${next}`), () => {
      this.#form.state = next;
      this.#put(true);
    }, { class: "plain" }));
    const submit = (event) => {
      event.preventDefault();
      this.#put(true);
    };
    fill(this.#context.body, h("div", { class: "tools" }, h("span", {}, `${say("statement.is")} `, h("strong", {}, say(`state.${state}`))), states),
      h("form", { on: { submit, input: () => fill(this.#result) } }, this.#form.element, h("p", { class: "buttons end" }, h("button", {}, say("statement.preview")))), this.#result);
  }

  async #put(dryRun) {
    const { api, path } = this.#context;
    fill(this.#result, say("loading"));
    try {
      const wished = this.#form.changed();
      const answer = await api.json(`${path}${dryRun ? "?dryRun=true" : ""}`, { method: "PUT", version: this.#version, body: wished });
      if (dryRun) return this.#preview(answer, wished);
      await this.load();
      this.#say(h("p", { class: "notice" }, say("statement.saved")));
    } catch (failure) {
      this.#say(failure.status === 412 ? this.#stale(failure) : fault(failure, failure.status ? null : () => this.#put(dryRun)));
    }
  }

  #say(...nodes) {
    fill(this.#result, ...nodes);
    focus(this.#result);
    this.#result.scrollIntoView({ block: "nearest" });
  }

  /** What was typed goes on top of what the colleague has saved. */
  #stale(failure) {
    const again = async () => {
      try {
        await this.load(this.#form);
        await this.#put(true);
      } catch (fault_) {
        this.#say(fault(fault_, again));
      }
    };
    return h("div", { class: "notice bad" }, h("p", {}, failure.message), button(say("statement.rebase"), again));
  }

  #preview({ changes, signed, waiting, textHtml }, { title, text }) {
    if (!changes.length) return this.#say(h("p", { class: "notice" }, say("statement.same")));
    const rows = changes.flatMap(({ field, before, after }) => [h("dt", {}, field), h("dd", {}, differences(written(before), written(after)))]);
    const languages = changes.filter(({ field }) => /^(text|title)\./.test(field)).map(({ field }) => field.split(".")[1]);
    const pages = [...new Set(languages)].filter((language) => language in textHtml).map((language) =>
      h("article", { lang: language, dir: "auto" }, h("h3", {}, typed(title[language])), textOf({ text: text[language], textHtml: textHtml[language], language })));
    const textChanges = changes.some(({ field }) => field.startsWith("text."));
    this.#say(h("h2", {}, say("statement.changes")), h("dl", {}, rows),
      textChanges && signed + waiting > 0 && h("p", { class: "notice bad" }, say("statement.signed", { count: signed, waiting })),
      pages.length > 0 && [h("h2", {}, say("statement.looks")), h("div", { class: "languages preview" }, pages)],
      button(say("statement.save"), () => this.#put(false)));
  }
}

function written(value) {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(written).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
