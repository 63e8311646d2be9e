import { fill, focus, h } from "./dom.js";

const PAGE = 100;
const MOST = 500;
const CROWD = 10;

/** One category's part of the list: its names by pages, by a letter, or those that a search finds. */
export class CategoryList {
  #session;
  #category;
  #asked = new AbortController();
  #blocks = h("div", { class: "blocks" });
  #total = h("span", { class: "count-of", part: "category-count" });
  #status = h("p", { role: "status", class: "quiet" });
  #more;
  #letters;
  #next = null;
  #shown = 0;
  /** All names of the category, once they are known. */
  #all = null;
  /** What is shown: `{}` for the list, `{letter}` or `{typed}`. */
  #view = {};

  constructor(session, category) {
    const { words, description } = session;
    const { language: lang, direction: dir } = description;
    const id = `undersigned-list-${category.id}`;
    this.#session = session;
    this.#category = category;
    this.#blocks.append(session.published?.get(category.id) ?? "");
    this.#more = h("button", { type: "button", class: "plain", part: "button more-button", on: { click: () => this.#showMore() } });
    this.#letters = h("nav", { class: "letters", part: "letters", "aria-label": words.text("letters.label", { category: category.name }) });
    this.#more.append(words.text("list.more"), h("span", { class: "unseen", lang, dir }, ` ${category.name}`));
    this.element = h(
      "section",
      { class: "category", part: "category", "aria-labelledby": id },
      h("h3", { id, part: "category-name" }, h("span", { lang, dir }, category.name), " ", this.#total),
      this.#letters,
      this.#status,
      this.#blocks,
      this.#more,
    );
    this.#update(category);
  }

  /** Takes a newer total; tells whether it differs. */
  update(description) {
    const fresh = description.categories.find(({ id }) => id === this.#category.id);
    const changed = fresh && fresh.total !== this.#category.total;
    if (changed) this.#update(fresh);
    return changed;
  }

  #update(category) {
    this.#category = category;
    this.#total.textContent = this.#session.words.number(category.total);
    this.#all = null;
    const letters = this.#isByName && category.total > PAGE ? this.#session.words.text("letters").split(" ") : [];
    fill(this.#letters, letters.length ? [null, ...letters].map((letter) => this.#letterButton(letter)) : []);
    this.#letters.hidden = letters.length === 0;
  }

  get #isByName() {
    return this.#category.order !== "arrival";
  }

  /**
   * The newest names, newest first. A list by name tells only when all of it is here, and not of a day on which very many
   * signed: they were imported rather than signed one by one.
   */
  async recent(limit) {
    if (!this.#isByName) {
      const query = { recent: true, limit };
      return this.#session.api.list(this.#category.id, query).then(
        ({ names }) => names,
        () => [],
      );
    }
    const names = (this.#all ?? []).toSorted((a, b) => b.signedOn.localeCompare(a.signedOn));
    const newest = names.filter(({ signedOn }) => signedOn === names[0].signedOn);
    return newest.length > CROWD ? [] : names.slice(0, limit);
  }

  /** Shows the list from its beginning. */
  list() {
    this.#view = {};
    return this.#load({ limit: PAGE });
  }

  #letterButton(letter) {
    const { words } = this.#session;
    const click = () => {
      this.#view = letter ? { letter } : {};
      this.#load(letter ? { limit: PAGE, startsWith: letter } : { limit: PAGE });
    };
    return h("button", { type: "button", class: "letter-button", on: { click } }, letter ?? words.text("list.all"));
  }

  async #load(query) {
    await this.#attempt(async (signal) => {
      const page = await this.#session.api.list(this.#category.id, query, signal);
      if (!query.startsWith && !page.next) this.#all = page.names;
      this.#show(page.names, page.next);
    });
  }

  /** Shows what has each typed word in its name; answers how many. */
  async find(typed) {
    this.#view = { typed };
    await this.#attempt(async (signal) => {
      const { names, next } = await this.#search(typed, signal);
      this.#show(names, next);
    });
    return this.#shown;
  }

  async #search(typed, signal) {
    const { api } = this.#session;
    const { id, total } = this.#category;
    if (!this.#all && total <= MOST) {
      const page = await api.list(id, { limit: MOST }, signal);
      if (!page.next) this.#all = page.names;
    }
    if (this.#all) return { names: this.#all.filter((name) => matches(full(name), typed)), next: null };
    if (!this.#isByName) return { names: [], next: null };
    // A long list is searched by beginnings: of what was typed, else of each word of it, which is then sifted.
    const whole = await api.list(id, { limit: PAGE, startsWith: typed }, signal);
    if (whole.names.length) return whole;
    for (const word of byLikelihood(fold(typed).split(" "))) {
      const page = await api.list(id, { limit: MOST, startsWith: word }, signal);
      const names = page.names.filter((name) => matches(full(name), typed));
      if (names.length) return { names, next: null };
    }
    return { names: [], next: null };
  }

  /** Adds the next names below; those above stay where they are. */
  async #showMore() {
    await this.#attempt(async (signal) => {
      const page = await this.#session.api.follow(this.#next, signal);
      const block = this.#append(page.names, page.next);
      focus(block.firstElementChild, { preventScroll: true });
    });
  }

  /** Loads all that is left, so that it can be printed; `told` hears how many are there. */
  async complete(told) {
    if (this.#view.typed || this.#view.letter) await this.list();
    while (this.#next) {
      const page = await this.#session.api.follow(this.#next.replace(/limit=\d+/, `limit=${MOST}`));
      this.#append(page.names, page.next);
      told(this.#shown);
    }
  }

  get shown() {
    return this.#shown;
  }

  /** Only the answer to what was asked last counts. */
  async #attempt(load) {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.#more.setAttribute("aria-disabled", "true");
    try {
      await load(signal);
    } catch (failure) {
      if (signal.aborted) return;
      if (failure.kind === undefined) throw failure;
      this.#fail(failure, load);
    } finally {
      if (!signal.aborted) this.#more.removeAttribute("aria-disabled");
    }
  }

  #fail(failure, load) {
    const { words } = this.#session;
    const again = () => this.#attempt(load);
    fill(
      this.#status,
      words.text(`failure.${failure.kind}`),
      " ",
      h("button", { type: "button", class: "link", on: { click: again } }, words.text("try-again")),
    );
  }

  #show(names, next) {
    fill(this.#blocks);
    this.#shown = 0;
    this.#append(names, next);
    for (const button of this.#letters.children)
      button.setAttribute("aria-pressed", String((this.#view.letter ?? this.#session.words.text("list.all")) === button.textContent));
    this.element.classList.toggle("without", Boolean(this.#view.typed) && names.length === 0);
  }

  #append(names, next) {
    const block = h("ol", { class: "names", part: "names" }, names.map((name) => this.#item(name)));
    if (names.length) this.#blocks.append(block);
    this.#next = next;
    this.#shown += names.length;
    this.#more.hidden = !next;
    fill(this.#status, this.#found());
    return block;
  }

  #item({ name, honorific, affiliation }) {
    return h(
      "li",
      { part: "signatory" },
      h("bdi", { class: "name", part: "name" }, full({ name, honorific })),
      affiliation && h("span", { class: "affiliation", part: "affiliation" }, h("bdi", {}, affiliation)),
    );
  }

  #found() {
    const { words, description } = this.#session;
    const { total } = this.#category;
    const count = this.#shown;
    const { typed, letter } = this.#view;
    if (typed && !count && !this.#all && !this.#isByName) return words.text("find.by-arrival");
    if (letter && !count) return words.nodes("letter.none", { letter });
    if (typed || letter) return this.#next ? words.text("find.first", { count }) : "";
    const nobody = description.state === "open" ? "list.empty" : "list.none";
    if (!count && !this.#next) return words.text(total ? "list.unlisted-all" : nobody, { count: total });
    if (this.#next) return words.text("list.part", { shown: count, count: total });
    return total > count ? words.text("list.unlisted", { count: total - count }) : "";
  }
}

function full({ name, honorific }) {
  return [honorific, name].filter(Boolean).join(" ");
}

/** The family name mostly comes last, else first. */
function byLikelihood(words) {
  if (words.length < 2) return [];
  return [words.at(-1), ...words.slice(0, -1)].filter((word) => word.length > 1);
}

// Searching

const WHOLE = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ħ: "h", ı: "i", ŋ: "n" };

/** A text as searching sees it, like the API's folding: without case, accents and punctuation. */
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’ʼ`]/gu, "")
    .toLowerCase()
    .replace(/[łøđðþæœßħıŋ]/g, (letter) => WHOLE[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether each typed word is part of the name, in whatever order. */
function matches(name, typed) {
  const folded = fold(name);
  return fold(typed)
    .split(" ")
    .every((word) => folded.includes(word));
}
