import { h } from "../dom.js";
import { choice, field } from "./parts.js";
import { say } from "./more-words.js";

const TEXTS = ["title", "shortTitle", "text", "page"];
const STATES = ["draft", "open", "paused", "closed"];
const SETTINGS = {
  dates: { state: ["state"], opensAt: ["moment"], closesAt: ["moment"] },
  organiser: { "organiser.name": ["line"], "organiser.email": ["line"], "organiser.url": ["line"], privacy: ["line"], image: ["line"] },
  numbers: { goal: ["number"], thresholds: ["numbers"], retentionDays: ["number"] },
  moderation: { watchList: ["lines"], rejectionMails: ["yes"], neutralSubject: ["yes"] },
};
const CATEGORY = { signs: ["person", "organisation"], affiliation: ["none", "optional", "required"], admission: ["automatic", "reviewed", "trusted-domains"], order: ["name", "arrival"] };
const HINTED = new Set(["page", "state", "image", "thresholds", "watchList", "retentionDays", "neutralSubject", "organiser.email", "opensAt", "domains"]);

/** What is in a control, and how that is read from and written into a definition. */
const KINDS = {
  line: { control: () => h("input", { dir: "auto", autocomplete: "off" }), read: (value) => value ?? "", write: (text) => text.trim() || null },
  text: { control: () => h("textarea", { rows: 14, dir: "auto" }), read: (value) => value ?? "", write: (text) => text || null },
  number: { control: () => h("input", { inputmode: "numeric", autocomplete: "off" }), read: (value) => String(value ?? ""), write: number },
  numbers: { control: () => h("input", { autocomplete: "off" }), read: (value) => (value ?? []).join(", "), write: (text) => split(text, /[\s,;]+/).map(number) },
  lines: { control: () => h("textarea", { rows: 5, dir: "auto" }), read: (value) => (value ?? []).join("\n"), write: (text) => split(text, "\n") },
  moment: { control: () => h("input", { type: "datetime-local" }), read: local, write: (text) => (text ? new Date(text).toISOString() : null) },
  yes: { control: () => choice([["false", say("no")], ["true", say("yes")]], ""), read: (value) => String(value ?? false), write: (text) => text === "true" },
};

/**
 * A definition as a form. Only what somebody has changed is written, so that the same form can be put onto a definition that a
 * colleague has changed elsewhere.
 */
export class DefinitionForm {
  #bound = new Map();
  #definition;
  #languages;
  #added = [];
  #removed;
  #again;

  /** `before` is the form whose changes go on; `again` is called where the form must be drawn anew. */
  constructor(definition, before, again) {
    this.#definition = definition;
    this.#languages = [...new Set([...Object.keys(definition.title), ...(before ? before.#languages : [])])];
    this.#removed = before ? before.#removed : new Set();
    this.#again = again;
    this.element = h("div", {});
    this.#draw(before ? before.#added : []);
    for (const [key, { control }] of before ? before.#changed() : []) if (this.#bound.has(key)) this.#bound.get(key).control.value = control.value;
  }

  set state(state) {
    this.#bound.get("state").control.value = state;
  }

  /** The definition with what was changed. */
  changed() {
    const definition = structuredClone(this.#definition);
    definition.categories = definition.categories.filter(({ id }) => !this.#removed.has(id)).concat(this.#added.map(() => ({})));
    for (const [, { control, write }] of this.#changed()) write(definition, control.value);
    return definition;
  }

  #changed() {
    return [...this.#bound].filter(([, { control, initial }]) => control.value !== initial);
  }

  #bind(key, kind, value, write, control = KINDS[kind].control()) {
    const name = key.split("/").at(-1);
    control.value = KINDS[kind]?.read(value) ?? value;
    this.#bound.set(key, { control, initial: control.value, write: (definition, text) => write(definition, KINDS[kind] ? KINDS[kind].write(text) : text) });
    return field(say(`statement.${name}`), control, HINTED.has(name) && say(`statement.${name}.hint`));
  }

  #draw(added) {
    const { categories } = this.#definition;
    this.#added = added.map(() => ({}));
    const language = h("input", { autocomplete: "off", size: 8, placeholder: "fr" });
    const more = () => {
      const [tag] = language.value.trim() ? Intl.getCanonicalLocales(language.value.trim()) : [];
      if (tag && !this.#languages.includes(tag)) this.#languages.push(tag);
      this.#again(this);
    };
    const add = h("button", { type: "button", class: "plain", on: { click: () => tryTo(more, language) } }, say("statement.language.do"));
    this.element.append(
      h("h2", {}, say("statement.texts")), h("div", { class: "languages" }, this.#languages.map((tag) => this.#language(tag))),
      h("div", { class: "inline" }, field(say("statement.language"), language), add),
      ...Object.entries(SETTINGS).flatMap(([part, settings]) => [h("h2", {}, say(`statement.part.${part}`)),
        h("div", { class: "filters" }, Object.entries(settings).map(([path, [kind]]) => this.#setting(path, kind)))]),
      h("h2", {}, say("statement.categories")),
      ...categories.filter(({ id }) => !this.#removed.has(id)).map((category) => this.#category(category, (definition) => definition.categories.find(({ id }) => id === category.id))),
      ...this.#added.map((_, index) => this.#category(null, (definition) => definition.categories.slice(-this.#added.length)[index], index)),
      h("button", { type: "button", class: "plain", on: { click: () => (this.#added.push({}), this.#again(this)) } }, say("statement.category.add")),
    );
  }

  /** Each language is a column. */
  #language(tag) {
    return h("fieldset", { lang: tag }, h("legend", { lang: "en" }, nameOf(tag)), h("div", { lang: "en" }, TEXTS.map((name) => {
      const value = name === "page" && typeof this.#definition.page === "string" ? this.#definition.page : this.#definition[name]?.[tag];
      const write = name === "page" ? (definition, text) => writePage(definition, tag, text) : (definition, text) => writeText(definition, name, tag, text);
      return this.#bind(`${tag}/${name}`, name === "text" ? "text" : "line", value, write);
    })));
  }

  #setting(path, kind) {
    const [name, member] = path.split(".");
    const { state } = this.#definition;
    if (kind === "state") {
      const states = choice(STATES.filter((one) => one !== "draft" || state === "draft").map((one) => [one, say(`state.${one}`)]), state);
      return this.#bind(path, kind, state, (definition, value) => (definition.state = value), states);
    }
    const value = member ? this.#definition[name]?.[member] : this.#definition[name];
    return this.#bind(path, kind, value, (definition, written) => {
      if (!member) definition[name] = written;
      else {
        const members = { ...definition[name], [member]: written };
        definition[name] = Object.values(members).some((one) => one !== null) ? members : null;
      }
    });
  }

  /** One that is there, or, by its number, one that is to be added. */
  #category(category, find, number) {
    const key = category ? `category ${category.id}` : `new ${number}`;
    const texts = ["name", "description"].flatMap((name) => this.#languages.map((tag) => {
      const entry = this.#bind(`${key}/${tag}/category.${name}`, "line", category?.[name]?.[tag], (definition, text) => writeText(find(definition), name, tag, text));
      entry.querySelector("label").append(h("span", { class: "quiet" }, ` ${nameOf(tag)}`));
      return entry;
    }));
    const choices = Object.entries(CATEGORY).map(([name, options]) => this.#bind(`${key}/${name}`, "choice", category?.[name] ?? "", (definition, value) => (find(definition)[name] = value),
      choice([...(category ? [] : [["", "–"]]), ...options.map((one) => [one, say(`option.${name}.${one}`)])], category?.[name] ?? "")));
    const domains = this.#bind(`${key}/domains`, "lines", category?.domains, (definition, lines) => (find(definition).domains = lines));
    const id = !category && this.#bind(`${key}/id`, "line", "", (definition, text) => (find(definition).id = text));
    const remove = h("button", { type: "button", class: "plain", on: { click: () => this.#remove(category, number) } }, say("statement.category.remove"));
    const title = category ? (category.name.en ?? Object.values(category.name)[0]) : say("statement.category.new");
    return h("details", { open: !category }, h("summary", {}, h("bdi", {}, title)), h("div", { class: "filters" }, id, texts, choices, domains), remove);
  }

  #remove(category, number) {
    if (category) this.#removed.add(category.id);
    else {
      this.#added.splice(number, 1);
      // Those after it move up with what was typed.
      for (const [key, entry] of [...this.#bound]) {
        const [, at, rest] = /^new (\d+)(\/.*)$/.exec(key) ?? [];
        if (at === undefined || Number(at) < number) continue;
        this.#bound.delete(key);
        if (Number(at) > number) this.#bound.set(`new ${at - 1}${rest}`, entry);
      }
    }
    this.#again(this);
  }
}

function nameOf(tag) {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag);
}

function tryTo(action, input) {
  try {
    action();
  } catch {
    input.setCustomValidity(say("statement.language.wrong"));
    input.reportValidity();
    input.setCustomValidity("");
  }
}

/** What is no number is left as it is: the API says what would be right. */
function number(text) {
  const digits = text.trim().replace(/(?<=\d)[,. ](?=\d{3}\b)/g, "");
  return digits === "" ? null : /^\d+$/.test(digits) ? Number(digits) : text;
}

function split(text, separator) {
  return text.split(separator).map((one) => one.trim()).filter(Boolean);
}

function local(moment) {
  if (!moment) return "";
  const at = new Date(moment);
  return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function writeText(object, name, language, text) {
  const texts = { ...object[name] };
  if (text) texts[language] = text;
  else delete texts[language];
  if (Object.keys(texts).length) object[name] = texts;
  else delete object[name];
}

/** One for all languages, or one for each. */
function writePage(definition, language, page) {
  const languages = Object.keys(definition.title);
  const pages = typeof definition.page === "string" ? Object.fromEntries(languages.map((tag) => [tag, definition.page])) : { ...definition.page };
  if (page) pages[language] = page;
  else delete pages[language];
  const different = [...new Set(Object.values(pages))];
  if (!different.length) definition.page = null;
  else definition.page = different.length === 1 && languages.every((tag) => pages[tag]) ? different[0] : pages;
}
