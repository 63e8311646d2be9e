import { h } from "./dom.js";
import { formView } from "./form.js";
import { LANGUAGES, choose, direction, loadWords, preferred } from "./languages.js";
import { Session } from "./session.js";
import { signatoriesView } from "./signatories.js";
import { countView } from "./standing.js";

const sheet = fetch(new URL("widgets.css", import.meta.url))
  .then((response) => response.text())
  .then((text) => new CSSStyleSheet().replace(text));

const sessions = new Map();

/** Elements of one statement share what they know; a failure is not kept. */
function sessionOf(options) {
  const key = JSON.stringify(options);
  if (!sessions.has(key)) {
    const session = Session.open(options);
    session.catch(() => sessions.delete(key));
    sessions.set(key, session);
  }
  return sessions.get(key);
}

/** A part of a statement's page, in a shadow tree: `api`, `statement` and `language` are attributes, by default config.js's. */
class UndersignedElement extends HTMLElement {
  static observedAttributes = ["api", "statement", "language"];
  #root = this.attachShadow({ mode: "open" });
  #drawn = 0;

  connectedCallback() {
    this.#draw();
  }

  attributeChangedCallback(_, before, after) {
    if (this.isConnected && before !== after) this.#draw();
  }

  async #draw() {
    const drawing = ++this.#drawn;
    // All attributes of a tag are there before it is drawn once.
    await null;
    if (drawing !== this.#drawn) return;
    const language = this.getAttribute("language") ?? this.closest("[lang]")?.lang;
    this.#root.adoptedStyleSheets = [await sheet];
    const view = await this.#view(language);
    if (drawing === this.#drawn) this.#root.replaceChildren(view);
  }

  async #view(language) {
    const options = { language: language || undefined };
    if (this.hasAttribute("api")) options.base = this.getAttribute("api");
    if (this.hasAttribute("statement")) options.statement = this.getAttribute("statement");
    try {
      const session = await sessionOf(options);
      const { heading, view } = this.constructor;
      // Headings in the view are those of a part of a page.
      const title = heading && h("h2", { class: "unseen" }, session.words.text(heading));
      return framed(session.words, title, view(session));
    } catch (failure) {
      if (failure.kind === undefined) throw failure;
      const words = await loadWords(choose(preferred(language), LANGUAGES) ?? LANGUAGES[0]);
      const message = words.text(failure.kind === "not-found" ? "failure.unknown" : `failure.${failure.kind}`);
      const again = h("button", { type: "button", class: "plain", on: { click: () => this.#draw() } }, words.text("try-again"));
      return framed(words, h("div", { role: "alert" }, h("p", {}, message), again));
    }
  }
}

function framed({ language }, ...views) {
  return h("div", { lang: language, dir: direction(language), class: "undersigned" }, views);
}

class Count extends UndersignedElement {
  static view = countView;
}

class Form extends UndersignedElement {
  static heading = "sign.heading";
  static view = formView;
}

class Signatories extends UndersignedElement {
  static heading = "signatories.heading";
  static view = signatoriesView;
}

customElements.define("undersigned-count", Count);
customElements.define("undersigned-form", Form);
customElements.define("undersigned-signatories", Signatories);
