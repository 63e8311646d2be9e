import { h } from "./dom.js";

/** The languages of the interface: words/<tag>.json of each, the first for everybody else. */
export const LANGUAGES = ["en", "fr", "es", "de", "zh-Hans", "zh-Hant", "ar"];

const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** What the reader asked for by the address of the page, then by the browser; best first. */
export function preferred(asked) {
  return [asked, ...(navigator.languages ?? [])].filter(Boolean);
}

/** The first preference that is there (BCP 47 lookup; zh-TW finds zh-Hant), or null. */
export function choose(preferences, available) {
  for (const preference of preferences) {
    const found = lookup(preference, available);
    if (found) return found;
  }
  return null;
}

function lookup(tag, available) {
  for (let range = tag.toLowerCase(); range; range = range.replace(/-?[^-]*$/, "")) {
    const exact = available.find((known) => known.toLowerCase() === range);
    if (exact && script(exact) === script(tag)) return exact;
  }
  return available.find((known) => script(known) && script(known) === script(tag));
}

/** Language and script, such as zh-Hant of zh-TW; null of what is no tag. */
function script(tag) {
  try {
    const locale = new Intl.Locale(tag).maximize();
    return `${locale.language}-${locale.script}`;
  } catch {
    return null;
  }
}

/** The direction in which a language is written. */
export function direction(tag) {
  return RIGHT_TO_LEFT.has(script(tag)?.split("-")[1]) ? "rtl" : "ltr";
}

/** A language's name in itself. */
export function nameOf(tag) {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag);
}

/** The words of the interface in a language. */
export async function loadWords(language) {
  const response = await fetch(new URL(`words/${language}.json`, import.meta.url));
  if (!response.ok) throw new Error(`words/${language}.json is missing`);
  return new Words(language, (await response.json()).words);
}

export class Words {
  #messages;
  #plural;
  #number;

  constructor(language, messages) {
    this.language = language;
    this.#messages = messages;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
  }

  has(key) {
    return key in this.#messages;
  }

  /** A message with `{placeholders}` filled in; `count` chooses among plural forms. */
  text(key, values = {}) {
    return this.#pattern(key, values).replace(/\{(\w+)\}/g, (_, name) => this.#shown(values[name]));
  }

  /** The same as nodes: what was typed is isolated, so that it does not turn the text around it; values may be nodes. */
  nodes(key, values = {}) {
    return this.#pattern(key, values)
      .split(/\{(\w+)\}/)
      .map((piece, i) => (i % 2 === 0 ? piece : this.#node(values[piece])))
      .filter((piece) => piece !== "");
  }

  number(value) {
    return this.#number.format(value);
  }

  /** A day as the API gives it, such as 2026-11-25. */
  day(day, options = { dateStyle: "long" }) {
    return new Intl.DateTimeFormat(this.language, { ...options, timeZone: "UTC" }).format(new Date(day));
  }

  /** A moment in the reader's own time zone, which is named. */
  moment(instant) {
    const options = {
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
    };
    return new Intl.DateTimeFormat(this.language, options).format(new Date(instant));
  }

  #pattern(key, values) {
    const message = this.#messages[key];
    if (message === undefined) throw new Error(`words/${this.language}.json lacks ${key}`);
    return typeof message === "string" ? message : (message[this.#plural.select(values.count)] ?? message.other);
  }

  #shown(value) {
    return typeof value === "number" ? this.number(value) : String(value ?? "");
  }

  #node(value) {
    return typeof value === "string" ? h("bdi", {}, value) : typeof value === "number" ? this.number(value) : value;
  }
}
