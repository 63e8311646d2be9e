import { fill, h } from "../dom.js";
import { button, choice, fault, field, typed } from "./parts.js";
import { say } from "./words.js";

const STATES = ["draft", "open", "paused", "closed"];
const TEXTS = ["title", "shortTitle", "text"];

export async function show(context) {
  await new Editor(context).load();
}

/** Changes a definition in two steps: what would change is shown, then it is put back under the revision that was read. */
class Editor {
  #context;
  #definition;
  #version;
  #texts;
  #inputs;
  #result = h("div", { role: "status" });

  constructor(context) {
    this.#context = context;
  }

  async load() {
    const { api, path, body, isAdministrator } = this.#context;
    const answer = await api.call(path);
    this.#definition = await answer.json();
    this.#version = answer.headers.get("ETag").replaceAll('"', "");
    if (!isAdministrator) return fill(body, h("p", { class: "notice" }, say("administrators")));
    const form = h("form", { on: { submit: (event) => (event.preventDefault(), this.#put(true)), input: () => fill(this.#result) } }, this.#textsView(), this.#settingsView(), h("button", {}, say("statement.preview")));
    fill(body, form, this.#result);
  }

  /** Each language is a column. */
  #textsView() {
    const languages = Object.keys(this.#definition.title);
    this.#texts = new Map();
    return h("div", { class: "languages" }, languages.map((language) => h("fieldset", { lang: language }, h("legend", { lang: "en" }, new Intl.DisplayNames("en", { type: "language" }).of(language)),
      TEXTS.map((name) => {
        const input = name === "text" ? h("textarea", { rows: 12, dir: "auto" }) : h("input", { dir: "auto", autocomplete: "off" });
        input.value = this.#definition[name]?.[language] ?? "";
        this.#texts.set(`${name} ${language}`, input);
        return field(say(`statement.${name}`), input);
      }))));
  }

  #settingsView() {
    const { state, goal, thresholds, watchList, rejectionMails } = this.#definition;
    const watched = h("textarea", { rows: 5, dir: "auto" });
    watched.value = (watchList ?? []).join("\n");
    this.#inputs = {
      state: choice(STATES.filter((one) => one !== "draft" || state === "draft").map((one) => [one, say(`state.${one}`)]), state),
      goal: h("input", { inputmode: "numeric", value: goal ?? "" }),
      thresholds: h("input", { value: (thresholds ?? []).join(", ") }),
      watchList: watched,
      rejectionMails: choice([["true", say("yes")], ["false", say("no")]], String(rejectionMails ?? false)),
    };
    const hints = { state: "statement.state.hint", thresholds: "statement.thresholds.hint", watchList: "statement.watchList.hint" };
    return h("div", { class: "map" }, Object.entries(this.#inputs).map(([name, input]) => field(say(`statement.${name}`), input, hints[name] && say(hints[name]))));
  }

  /** What is not in the form stays as it was read. */
  #changed() {
    const { state, goal, thresholds, watchList, rejectionMails } = this.#inputs;
    const changed = structuredClone(this.#definition);
    for (const [key, { value }] of this.#texts) {
      const [name, language] = key.split(" ");
      const texts = (changed[name] ??= {});
      if (value.trim()) texts[language] = value;
      else delete texts[language];
      if (!Object.keys(texts).length) delete changed[name];
    }
    const lines = (text, separator) => text.split(separator).map((line) => line.trim()).filter(Boolean);
    changed.state = state.value;
    changed.goal = goal.value.trim() ? Number(goal.value) : null;
    changed.thresholds = lines(thresholds.value, ",").map(Number);
    changed.watchList = lines(watchList.value, "\n");
    changed.rejectionMails = rejectionMails.value === "true";
    for (const name of ["goal", "thresholds"]) if (!(name in this.#definition) && !(changed[name]?.length ?? changed[name])) delete changed[name];
    return changed;
  }

  async #put(dryRun) {
    const { api, path } = this.#context;
    const body = this.#changed();
    fill(this.#result, say("loading"));
    try {
      const answer = await api.json(`${path}${dryRun ? "?dryRun=true" : ""}`, { method: "PUT", version: this.#version, body });
      if (dryRun) return this.#diff(answer);
      await this.load();
      fill(this.#result, h("p", { class: "notice" }, say("statement.saved")));
    } catch (failure) {
      fill(this.#result, fault(failure, failure.status ? null : () => this.#put(dryRun)));
    }
  }

  #diff({ changes, signed }) {
    if (!changes.length) return fill(this.#result, h("p", { class: "notice" }, say("statement.same")));
    const written = (value) => (value === null ? "–" : typeof value === "string" ? value : JSON.stringify(value));
    const rows = changes.flatMap(({ field: name, before, after }) => [h("dt", {}, name), h("dd", {}, h("del", {}, typed(written(before))), " ", h("ins", {}, typed(written(after))))]);
    const textChanges = signed > 0 && changes.some(({ field: name }) => name.startsWith("text"));
    fill(this.#result, h("h2", {}, say("statement.changes")), h("dl", {}, rows), textChanges && h("p", { class: "notice bad" }, say("statement.signed", { count: signed })),
      button(say("statement.save"), () => this.#put(false)));
  }
}
