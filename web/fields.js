import { fill, h } from "./dom.js";

const PAUSE = 700;

let fields = 0;

/** A label, an input and what is said about it. `api` is the field's name in the API; null while it is not asked for. */
export class Field {
  #words;
  #label;
  #hint;
  #error;

  constructor(words, key, { autocomplete = "off", type = "text" } = {}) {
    const id = `undersigned-${key}-${++fields}`;
    this.#words = words;
    this.key = key;
    this.api = null;
    this.input = h("input", { id, name: key, type, autocomplete, part: "input", dir: type === "email" ? "ltr" : "auto" });
    this.#label = h("label", { for: id, part: "label" });
    this.#hint = h("span", { id: `${id}-hint`, class: "hint" });
    this.#error = h("span", { id: `${id}-error`, class: "error", part: "error" });
    this.element = h("p", { class: "field", part: "field" }, this.#label, this.#hint, this.#error, this.input);
    if (type === "email") this.#suggestRightAddress();
  }

  /** Asks for it under that name of the API, or not at all. */
  ask(api, { required = false, hint } = {}) {
    const label = this.#words.text(`field.${this.key}`);
    this.api = api;
    this.element.hidden = !api;
    this.input.required = required;
    this.#label.textContent = required ? label : this.#words.text("field.optional", { label });
    this.#hint.textContent = hint ? this.#words.text(hint) : "";
    this.fault(null);
  }

  get value() {
    return this.input.value.trim();
  }

  /** What is wrong with it before anybody is asked; null when nothing is. */
  check() {
    if (!this.value) return this.input.required ? this.#words.text(`required.${this.key}`) : null;
    return this.input.type === "email" && !isAddress(this.value) ? this.#words.text("invalid.email") : null;
  }

  /** What an error of the API says, in the reader's language. */
  explain({ code, message }) {
    const words = this.#words;
    if (code === "required") return words.text(`required.${this.key}`);
    const label = words.text(`field.${this.key}`);
    const character = /U\+[0-9A-F]+/.exec(message)?.[0] ?? "";
    if (this.input.type === "email")
      return character ? words.text("problem.forbidden-character", { label, character }) : words.text("invalid.email");
    return words.text(words.has(`problem.${code}`) ? `problem.${code}` : "problem.other", { label, character });
  }

  /** Shows what is wrong, or with null that nothing is. */
  fault(message) {
    this.#error.textContent = message ?? "";
    if (message) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
    const described = [message && this.#error, this.#hint.textContent && this.#hint].filter(Boolean);
    if (described.length) this.input.setAttribute("aria-describedby", described.map(({ id }) => id).join(" "));
    else this.input.removeAttribute("aria-describedby");
  }

  #suggestRightAddress() {
    const line = h("span", { class: "suggestion", role: "status" });
    this.element.append(line);
    const suggest = () => {
      const meant = suggestion(this.value);
      const take = () => {
        this.input.value = meant;
        this.fault(null);
        fill(line);
        this.input.focus();
      };
      const button = meant && h("button", { type: "button", class: "link", on: { click: take } }, h("bdi", {}, meant));
      fill(line, meant && this.#words.nodes("address.suggestion", { address: button }));
    };
    // Not when the field is left: the line would move what is just being clicked.
    let typing;
    this.input.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(suggest, PAUSE);
    });
  }
}

/** A question with radio buttons, none of them chosen at first. */
export class Choice {
  #error;
  #options;
  #legend;

  constructor(name, chosen) {
    const id = `undersigned-${name}-${++fields}`;
    this.name = id;
    this.#legend = h("legend", { part: "legend" });
    this.#error = h("span", { id: `${id}-error`, class: "error", part: "error" });
    this.#options = h("div", { class: "options" });
    this.element = h("fieldset", { class: "choice", part: "choice" }, this.#legend, this.#error, this.#options);
    this.element.addEventListener("change", () => {
      this.fault(null);
      chosen?.();
    });
  }

  /** What is asked and what can be answered: `{value, label, hint, lang, dir}`; what was chosen stays so. */
  ask(legend, options) {
    const { value: chosen } = this;
    this.#legend.textContent = legend;
    fill(this.#options, options.map((option) => this.#option(option, option.value === chosen)));
  }

  #option({ value, label, hint, lang, dir }, checked) {
    const id = `${this.name}-${value}`;
    const input = h("input", { type: "radio", id, name: this.name, value, "aria-describedby": hint && `${id}-hint` });
    input.checked = checked;
    return h(
      "div",
      { class: "option", part: "option" },
      input,
      h("label", { for: id, lang, dir }, label),
      hint && h("span", { id: `${id}-hint`, class: "hint", lang, dir }, hint),
    );
  }

  get value() {
    return this.input?.checked ? this.input.value : null;
  }

  set value(value) {
    for (const input of this.element.querySelectorAll("input")) input.checked = input.value === value;
  }

  /** The one chosen, or the first, for the focus. */
  get input() {
    return this.element.querySelector("input:checked") ?? this.element.querySelector("input");
  }

  fault(message) {
    this.#error.textContent = message ?? "";
    this.element.classList.toggle("wrong", Boolean(message));
    if (message) this.element.setAttribute("aria-describedby", this.#error.id);
    else this.element.removeAttribute("aria-describedby");
  }
}

// Email addresses

// Where most people have their mailboxes, and what only looks like a slip of one of these.
const LARGE =
  "gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com icloud.com aol.com gmx.de web.de orange.fr " +
  "free.fr protonmail.com proton.me yandex.ru mail.ru qq.com 163.com naver.com";
const OTHERS = "mail.com ymail.com email.com gmx.net gmx.com gmx.at gmx.ch me.com mac.com msn.com aim.com 126.com";
const domains = LARGE.split(" ");
const known = new Set([...domains, ...OTHERS.split(" ")]);

/** Whether there may be an email address in it; the API knows exactly, and drops what programs put round one. */
function isAddress(text) {
  return /[^\s@＠﹫][@＠﹫][^\s@＠﹫]+[.．。｡][^\s.．。｡]/u.test(text);
}

/** An address as it is read, without what was pasted round it. */
export function bareAddress(text) {
  return /[^\s<>()[\]"“”«»,;:]+[@＠﹫][^\s<>()[\]"“”«»,;:]+?(?=[.．。｡]?(?:[\s<>()[\]"“”«»,;:]|$))/u.exec(text)?.[0] ?? text;
}

/** The address as it was probably meant, or null. */
function suggestion(address) {
  const [, name, typed] = /^(.+)@([^@]+)$/.exec(address.trim()) ?? [];
  const domain = typed?.toLowerCase();
  if (!domain || known.has(domain)) return null;
  const near = domains.find((large) => distance(domain, large) <= (large.length < 8 ? 1 : 2));
  return near ? `${name}@${near}` : null;
}

/** Letters to add, leave out, change or swap (optimal string alignment). */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
