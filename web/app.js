import { api, statement } from "./config.js";

const PAGE_SIZE = 100;
const TYPING_PAUSE = 250;

const language = new URLSearchParams(location.search).get("language");
const home = new URL(`${api.replace(/\/$/, "")}/statements/${encodeURIComponent(statement)}`, location.href).href;
const number = new Intl.NumberFormat(document.documentElement.lang);

show();

async function show() {
  const page = document.getElementById("page");
  const loading = document.getElementById("loading");
  try {
    const description = await get(language ? `${home}?language=${encodeURIComponent(language)}` : home);
    page.replaceChildren(statementView(description));
  } catch (failure) {
    loading.setAttribute("role", "alert");
    loading.textContent = failure.message;
  }
}

// The statement

function statementView(description) {
  const view = copy("statement");
  const forms = description.categories.map((category) => formView(category, description));
  const lists = description.categories.map((category) => listView(category, description));
  document.title = description.title;
  fill(view, "title", description.title).lang = description.language;
  fill(view, "total", signatures(description.total));
  part(view, "text").lang = description.language;
  part(view, "text").append(...description.text.split(/\n\s*\n/).map((paragraph) => element("p", paragraph)));
  part(view, "languages").hidden = description.languages.length < 2;
  part(view, "languages").append(...description.languages.map((tag) => languageLink(tag, description.language)));
  fill(view, "state", stateSentence(description));
  if (description.state === "open") part(view, "forms").append(...forms);
  part(view, "lists").append(...lists);
  return view;
}

function stateSentence({ state, opensAt, closesAt }) {
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  const opensLater = opensAt && new Date(opensAt) > new Date();
  if (state === "paused") return "This statement takes no signatures for the moment.";
  if (state === "closed" && opensLater) return `Signatures will be taken from ${date.format(new Date(opensAt))}.`;
  if (state === "closed") return "This statement is closed: it takes no more signatures.";
  return closesAt ? `Signatures are taken until ${date.format(new Date(closesAt))}.` : "";
}

function languageLink(tag, current) {
  const link = element("a", new Intl.DisplayNames([tag], { type: "language" }).of(tag));
  link.href = `?language=${encodeURIComponent(tag)}`;
  link.lang = link.hreflang = tag;
  if (tag === current) link.setAttribute("aria-current", "true");
  return link;
}

// A category's list

function listView(category, description) {
  const view = copy("list");
  const section = view.firstElementChild;
  const [list, status, more] = ["signatories", "status", "more"].map((name) => part(view, name));
  const search = view.querySelector("input");
  const first = `${home}/categories/${encodeURIComponent(category.id)}/signatories?limit=${PAGE_SIZE}`;
  let next = null;
  let asked = new AbortController();
  let typing;

  section.setAttribute("aria-labelledby", `list-${category.id}`);
  section.querySelector("h3").id = `list-${category.id}`;
  fill(view, "name", category.name).lang = description.language;
  fill(view, "total", number.format(category.total));
  fill(view, "hint", category.signs === "person" ? "Find by first letters of the last name" : "Find by first letters");
  more.setAttribute("aria-label", `Show more: ${category.name}`);
  part(view, "search").setAttribute("aria-label", `Find in ${category.name}`);

  async function load(url, added) {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    more.disabled = true;
    try {
      const page = await get(url, signal);
      const items = page.signatories.map(signatoryView);
      if (!added) list.replaceChildren();
      list.append(...items);
      next = page.next && new URL(page.next, page.url).href;
      more.hidden = !next;
      status.textContent = found(list.children.length);
      if (added) focus(items[0]);
    } catch (failure) {
      if (!signal.aborted) status.textContent = failure.message;
    } finally {
      if (!signal.aborted) more.disabled = false;
    }
  }

  function found(count) {
    const letters = search.value.trim();
    if (letters && !count) return `No name begins with “${letters}”.`;
    if (letters) return next ? `The first ${number.format(count)} found are shown.` : `${number.format(count)} found.`;
    return next ? `${number.format(count)} of ${number.format(category.total)} are shown.` : "";
  }

  function find() {
    const letters = search.value.trim();
    clearTimeout(typing);
    load(letters ? `${first}&startsWith=${encodeURIComponent(letters)}` : first, false);
  }

  part(view, "search").addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(find, TYPING_PAUSE);
  });
  more.addEventListener("click", () => load(next, true));
  find();
  return view;
}

function signatoryView({ name, honorific, affiliation }) {
  const item = element("li", [honorific, name].filter(Boolean).join(" "));
  if (affiliation) {
    const where = element("span", affiliation);
    where.className = "quiet";
    item.append(" ", where);
  }
  return item;
}

// A category's form

const ADMISSION = {
  automatic: "The signature is published as soon as the email address is confirmed.",
  reviewed: "Once the email address is confirmed, a moderator looks at the signature before it is published.",
  "trusted-domains":
    "With an address at a domain that this category trusts, the signature is published as soon as it is confirmed. " +
    "With any other address, a moderator looks at it first.",
};

function fields(category) {
  const name = { name: "name", label: "Name", required: true };
  const email = { name: "email", label: "Email address", type: "email", autocomplete: "email", required: true };
  const affiliation = {
    name: "affiliation",
    label: "Affiliation",
    hint: "Shown after the name, such as a post or an employer",
    required: category.affiliation === "required",
  };
  const middle = category.affiliation === "none" ? [] : [affiliation];
  if (category.signs === "person") {
    const honorific = { name: "honorific", label: "Honorific", hint: "Shown before the name, such as “Dr.”" };
    return [{ ...name, autocomplete: "name" }, honorific, ...middle, { ...email, hint: "Your own" }];
  }
  return [
    { ...name, label: "Name of the organisation", autocomplete: "organization" },
    ...middle,
    { name: "contact.name", label: "Your name", hint: "Not shown", autocomplete: "name", required: true },
    { name: "contact.role", label: "Your role", hint: "Not shown; what entitles you to sign", required: true },
    email,
  ];
}

function fieldView(field, category) {
  const view = copy("field");
  const input = view.querySelector("input");
  const label = view.querySelector("label");
  input.id = `${category.id}-${field.name}`;
  input.name = field.name;
  input.type = field.type ?? "text";
  input.autocomplete = field.autocomplete ?? "off";
  input.required = Boolean(field.required);
  label.htmlFor = input.id;
  label.textContent = field.required ? field.label : `${field.label} (optional)`;
  fill(view, "hint", field.hint ?? "").id = `${input.id}-hint`;
  part(view, "error").id = `${input.id}-error`;
  if (field.hint) input.setAttribute("aria-describedby", `${input.id}-hint`);
  return view;
}

function formView(category, description) {
  const view = copy("form");
  const form = view.querySelector("form");
  const [alert, done] = ["alert", "done"].map((name) => part(view, name));
  const known = fields(category);
  view.querySelector("summary").textContent = category.name;
  view.querySelector("legend").textContent = `Sign under ${category.name}`;
  fill(view, "admission", ADMISSION[category.admission]);
  part(view, "fields").append(...known.map((field) => fieldView(field, category)));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = signature(form, category, description);
    clear(form, alert);
    lock(form, true);
    try {
      const answer = await request(`${home}/signatures`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (answer.ok) thank(form, done, body.email);
      else refuse(form, alert, known, answer);
    } catch (failure) {
      lock(form, false);
      focus(say(alert, failure.message));
    }
  });
  return view;
}

function signature(form, category, description) {
  const given = (name) => form.elements[name]?.value.trim() ?? "";
  const body = { category: category.id, name: given("name"), email: given("email") };
  for (const name of ["honorific", "affiliation"]) if (given(name)) body[name] = given(name);
  if (category.signs === "organisation") body.contact = { name: given("contact.name"), role: given("contact.role") };
  return { ...body, language: description.language, listed: form.elements.listed.checked };
}

function thank(form, done, email) {
  form.hidden = true;
  focus(say(done, `Please check the mail of ${email}: the signature counts once you confirm it there.`));
}

/** 409 leaves the form locked: the statement takes no signatures. */
function refuse(form, alert, known, { status, json: problem }) {
  lock(form, status === 409);
  const elsewhere = [];
  for (const { field, message } of problem.errors ?? []) {
    const input = form.elements[field];
    const label = known.find(({ name }) => name === field)?.label;
    if (!label) elsewhere.push(`${field} ${message}.`);
    else mark(input, `${label} ${message}.`);
  }
  const wrong = form.querySelector("[aria-invalid]");
  if (elsewhere.length) say(alert, elsewhere.join(" "));
  else if (!wrong) say(alert, problem.detail ?? "The signature was not taken. Please try again later.");
  focus(wrong ?? alert);
}

function mark(input, message) {
  const error = document.getElementById(`${input.id}-error`);
  const others = input.getAttribute("aria-describedby");
  error.textContent = message;
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", [error.id, others].filter(Boolean).join(" "));
}

function clear(form, alert) {
  alert.textContent = "";
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    const hint = document.getElementById(`${input.id}-hint`);
    document.getElementById(`${input.id}-error`).textContent = "";
    input.removeAttribute("aria-invalid");
    if (hint.textContent) input.setAttribute("aria-describedby", hint.id);
    else input.removeAttribute("aria-describedby");
  }
}

function lock(form, locked) {
  form.querySelector("fieldset").disabled = locked;
}

// The API

/**
 * The JSON of a good answer, and as `url` where it came from; throws an Error fit to be shown. Asks whether what the browser
 * keeps is still right: whoever comes back from confirming looks for their own name.
 */
async function get(url, signal) {
  const answer = await request(url, { signal, cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.json.detail ?? "The server has a problem. Please try again later.");
  return { ...answer.json, url: answer.url };
}

async function request(url, options) {
  let response;
  try {
    response = await fetch(url, { credentials: "omit", ...options });
  } catch {
    throw new Error("The server cannot be reached. Please check the connection and try again.");
  }
  const json = await response.json().catch(() => ({}));
  return { ok: response.ok, status: response.status, url: response.url, json };
}

// The page

function copy(id) {
  return document.getElementById(id).content.cloneNode(true);
}

function part(view, name) {
  return view.querySelector(`[data-${name}]`);
}

function fill(view, name, text) {
  return say(part(view, name), text);
}

function say(node, text) {
  node.textContent = text;
  return node;
}

function element(tag, text) {
  return say(document.createElement(tag), text);
}

function focus(node) {
  if (!node) return;
  if (!node.matches("input, [tabindex]")) node.tabIndex = -1;
  node.focus();
}

function signatures(total) {
  return total === 1 ? "1 signature" : `${number.format(total)} signatures`;
}
