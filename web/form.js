import { fill, focus, h, tab } from "./dom.js";
import { Choice, Field } from "./fields.js";
import { signedView } from "./signed.js";
import { stateSentence } from "./standing.js";

/**
 * The form, and after signing what to do next. It tells its page by the events `undersigned-error` and
 * `undersigned-signed`, which carry nothing that was typed.
 */
export function formView(context) {
  const view = h("div", { class: "form", part: "form" });
  const key = signedKey(context.api);
  const form = new SigningForm(context, (email, category) => {
    tab.write(key, { category });
    signed(email, category);
    view.dispatchEvent(new CustomEvent("undersigned-signed", { bubbles: true, composed: true }));
  });
  const signed = (email, category) => {
    const again = (next) => {
      tab.write(key, null);
      fill(view, form.element);
      form.begin(next);
    };
    fill(view, signedView(context, { email, category }, again));
    if (email) focus(view.querySelector("h3"));
  };
  const kept = tab.read(key);
  if (kept) signed(null, kept.category);
  else fill(view, form.element);
  return view;
}

/** Where the tab keeps that somebody signed in it. */
export function signedKey({ statement }) {
  return `undersigned:signed:${statement}`;
}

class SigningForm {
  #context;
  #done;
  #draftKey;
  #sending = false;
  #state;
  #alert;
  #category;
  #fields;
  #listed;
  #honeypot;
  #public;
  #details;
  #button;
  #form;

  constructor(context, done) {
    const { words, api } = context;
    this.#context = context;
    this.#done = done;
    this.#draftKey = `undersigned:draft:${api.statement}`;
    this.#state = h("p", { role: "status", class: "state", part: "state" });
    this.#alert = h("div", { class: "alert", role: "alert", tabindex: "-1", part: "alert" });
    this.#category = new Choice("category", () => this.#show());
    this.#fields = [
      new Field(words, "organisation", { autocomplete: "organization" }),
      new Field(words, "name", { autocomplete: "name" }),
      new Field(words, "role", { autocomplete: "organization-title" }),
      new Field(words, "honorific", { autocomplete: "honorific-prefix" }),
      new Field(words, "affiliation"),
      new Field(words, "email", { autocomplete: "email", type: "email" }),
    ];
    this.#listed = new Choice("listed");
    this.#honeypot = h("input", { name: "website", tabindex: "-1", autocomplete: "off", "aria-hidden": "true", class: "trap" });
    this.#public = h("div", { class: "public" });
    this.#button = h("button", { type: "submit", class: "main", part: "button submit-button" }, words.text("submit"));
    this.#details = h(
      "div",
      { class: "details" },
      this.#fields.map(({ element }) => element),
      this.#honeypot,
      this.#listed.element,
      this.#public,
      this.#button,
      h("p", { class: "quiet" }, words.text("submit.then")),
    );
    const submit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    const input = ({ target }) => {
      this.#recheck(target);
      this.#keep();
    };
    const on = { submit, input, change: () => this.#keep() };
    this.#form = h("form", { novalidate: true, on }, this.#alert, this.#category.element, this.#details);
    this.element = h("div", {}, this.#state, this.#form);
    this.#askCategory();
    this.#restore();
    this.#show();
    context.watch(() => this.#update());
  }

  /** Shows whether one can sign now; what was typed stays to be seen when that changes meanwhile. */
  #update() {
    const { words, description } = this.#context;
    this.#state.textContent = stateSentence(words, description);
    this.#form.hidden = this.#closed && !this.#fields.some(({ value }) => value);
    if (!this.#sending) this.#lock(this.#closed);
  }

  /** Begins again: for the same signer with another address, or for another signer. */
  begin({ anew }) {
    if (anew) {
      for (const { input } of this.#fields) input.value = "";
      this.#listed.value = null;
      this.#keep();
      focus(this.#category.element.hidden ? this.#fields.find(({ api }) => api).input : this.#category.input);
    } else {
      const { input } = this.#field("email");
      input.focus();
      input.select();
    }
  }

  #field(key) {
    return this.#fields.find((field) => field.key === key);
  }

  #askCategory() {
    const { words, description } = this.#context;
    const { language: lang, direction: dir } = description;
    this.#category.ask(
      words.text("form.as"),
      description.categories.map(({ id, name, description: hint, signs }) => ({
        value: id,
        label: name,
        lang,
        dir,
        hint: hint ?? words.text(`form.as.${signs}`),
      })),
    );
    this.#category.element.hidden = description.categories.length === 1;
    if (description.categories.length === 1) this.#category.value = description.categories[0].id;
  }

  get #chosen() {
    return this.#context.description.categories.find(({ id }) => id === this.#category.value);
  }

  /** Asks what the chosen category wants to know; what was typed stays. */
  #show() {
    const category = this.#chosen;
    this.#details.hidden = !category;
    if (!category) return;
    const { words } = this.#context;
    const group = category.signs === "organisation";
    const affiliation = category.affiliation === "none" ? null : "affiliation";
    this.#field("organisation").ask(group ? "name" : null, { required: true });
    this.#field("name").ask(group ? "contact.name" : "name", { required: true, hint: group && "hint.not-shown" });
    this.#field("role").ask(group ? "contact.role" : null, { required: true, hint: "hint.role" });
    this.#field("honorific").ask(group ? null : "honorific", { hint: "hint.honorific" });
    this.#field("affiliation").ask(affiliation, { required: category.affiliation === "required", hint: "hint.affiliation" });
    this.#field("email").ask("email", { required: true, hint: `hint.email.${category.admission}` });
    this.#listed.ask(words.text(`listed.${category.signs}`), [
      { value: "yes", label: words.text(`listed.yes.${category.signs}`), hint: words.text("listed.yes.hint") },
      { value: "no", label: words.text(`listed.no.${category.signs}`), hint: words.text("listed.no.hint") },
    ]);
    fill(this.#public, publicWords(words, category, this.#context.description));
  }

  // What was typed outlives a reload, but for the address, which no storage of the browser needs to know.

  #keep() {
    const values = Object.fromEntries(this.#fields.map(({ key, input }) => [key, input.value]));
    delete values.email;
    tab.write(this.#draftKey, { values, category: this.#category.value, listed: this.#listed.value });
  }

  #restore() {
    const draft = tab.read(this.#draftKey);
    if (!draft) return;
    for (const { key, input } of this.#fields) input.value = draft.values[key] ?? "";
    if (draft.category) this.#category.value = draft.category;
    this.#show();
    this.#listed.value = draft.listed;
  }

  // Sending

  async #submit() {
    if (this.#sending || this.#button.getAttribute("aria-disabled") === "true") return;
    this.#clear();
    const faults = this.#faults();
    if (faults.length) return this.#tell(faults);
    const body = this.#body();
    this.#lock(true, "submit.sending");
    this.#sending = true;
    try {
      await this.#context.api.sign(body, (seconds) => this.#wait(seconds));
      tab.write(this.#draftKey, null);
      this.#clear();
      this.#done(body.email, body.category);
    } catch (failure) {
      if (failure.kind === undefined) throw failure;
      await this.#fail(failure);
    } finally {
      this.#sending = false;
      this.#lock(this.#closed);
    }
  }

  get #closed() {
    return this.#context.description.state !== "open";
  }

  /** The button keeps the focus; the fields can be read and not changed. */
  #lock(locked, label = "submit") {
    this.#button.setAttribute("aria-disabled", String(locked));
    this.#button.textContent = this.#context.words.text(label);
    for (const { input } of this.#fields) input.readOnly = locked;
  }

  #wait(seconds) {
    const minutes = Math.ceil(seconds / 60);
    const { words } = this.#context;
    const time = seconds < 90 ? words.text("time.seconds", { count: seconds }) : words.text("time.minutes", { count: minutes });
    this.#button.textContent = words.text("submit.waiting");
    fill(this.#alert, h("p", {}, words.text("failure.wait", { time })));
  }

  #body() {
    const body = { category: this.#category.value };
    for (const { api, value } of this.#fields) {
      if (!api || !value) continue;
      const [outer, inner] = api.split(".");
      if (inner) body[outer] = { ...body[outer], [inner]: value };
      else body[outer] = value;
    }
    const website = this.#honeypot.value;
    return {
      ...body,
      ...(website && { website }),
      language: this.#context.description.language,
      listed: this.#listed.value === "yes",
    };
  }

  // What is wrong

  #faults() {
    const { words } = this.#context;
    if (!this.#chosen) return [{ at: this.#category, message: words.text("required.category") }];
    const faults = this.#fields
      .filter(({ api }) => api)
      .map((field) => ({ at: field, message: field.check() }))
      .filter(({ message }) => message);
    if (!this.#listed.value) faults.push({ at: this.#listed, message: words.text("required.listed") });
    return faults;
  }

  async #fail(failure) {
    // Somebody paused or closed the statement meanwhile: its own state says so.
    if (failure.kind === "refused") await this.#context.refresh().catch(() => {});
    const faults = failure.errors.map((error) => {
      const at = this.#fieldOf(error.field);
      return { at, message: at ? at.explain(error) : `${error.field} ${error.message}` };
    });
    if (faults.length) return this.#tell(faults);
    const { words } = this.#context;
    fill(this.#alert, h("p", {}, words.text(`failure.${failure.kind}`)), h("p", {}, words.text("failure.kept")));
    this.#alert.focus();
    this.#report();
  }

  #fieldOf(name) {
    return this.#fields.find(({ api }) => api && (api === name || (name === "contact" && api === "contact.name")));
  }

  #tell(faults) {
    const { words } = this.#context;
    for (const { at, message } of faults) at?.fault(message);
    const items = faults.map(({ at, message }) => {
      if (!at) return h("li", {}, message);
      const go = (event) => {
        event.preventDefault();
        at.input.focus();
      };
      return h("li", {}, h("a", { href: `#${at.input.id}`, on: { click: go } }, message));
    });
    fill(this.#alert, h("h3", {}, words.text("error.summary", { count: faults.length })), h("ul", {}, items));
    this.#alert.focus();
    this.#report();
  }

  #report() {
    this.element.dispatchEvent(new CustomEvent("undersigned-error", { bubbles: true, composed: true }));
  }

  #clear() {
    fill(this.#alert);
    for (const field of [...this.#fields, this.#category, this.#listed]) field.fault(null);
  }

  /** A mistake that was told is taken back as soon as it is mended. */
  #recheck(input) {
    const field = this.#fields.find((known) => known.input === input);
    if (field?.input.hasAttribute("aria-invalid") && !field.check()) field.fault(null);
  }
}

/** What the world will see, what it never will, and who answers for that. */
function publicWords(words, { signs, affiliation, admission }, { organiser, privacy }) {
  const shown = affiliation === "none" ? `public.${signs}.alone` : `public.${signs}`;
  const notice = privacy && h("a", { href: privacy, target: "_blank", rel: "noopener" }, words.text("privacy.notice"));
  return [
    h("h3", {}, words.text("public.heading")),
    h("p", {}, words.text(shown)),
    h("p", {}, words.text(`private.${signs}`)),
    h("p", {}, words.text(`admission.${admission}`)),
    organiser && h("p", {}, words.nodes("privacy.organiser", { organiser: organiser.name })),
    notice && h("p", {}, notice),
  ];
}
