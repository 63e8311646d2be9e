import { api } from "./config.js";
import { fill, focus, h, tab } from "./dom.js";
import { formView, signedKey } from "./form.js";
import { LANGUAGES, choose, direction, loadWords, nameOf, preferred } from "./languages.js";
import { Session } from "./session.js";
import { signatoriesView } from "./signatories.js";
import { statusView } from "./signed.js";
import { countView, shareView, stateSentence } from "./standing.js";
import { textOf } from "./text.js";

/** Whoever comes back from the mailbox sooner than that has not confirmed meanwhile. */
const AWAY = 2_000;
/** When to look again for the total of somebody who signed here and comes back: counting follows confirming by a moment. */
const COUNTED = [1_500, 4_000, 10_000];

const page = document.getElementById("page");
/** Where a published page has the folder's root; it has the text and the first names already. */
const published = page.dataset.published;
const asked = page.dataset.language ?? new URLSearchParams(location.search).get("language");

restrict();
start();

/** The policy of index.html leaves open which API is called; config.js has said so now, and from here on it is the only one. */
function restrict() {
  const origin = api ? ` ${new URL(api, location.href).origin}` : "";
  document.head.append(h("meta", { "http-equiv": "Content-Security-Policy", content: `connect-src 'self'${origin}` }));
}

async function start() {
  const words = await loadWords(choose(preferred(asked), LANGUAGES) ?? LANGUAGES[0]).catch(() => null);
  if (!words) return fail("This page could not be loaded. Please check the connection.", "Try again");
  // The total that the page was published with is older than what its reader has done a moment ago.
  if (location.hash.startsWith("#confirmed=")) page.querySelector(".standing")?.classList.add("awaited");
  document.documentElement.lang = words.language;
  document.documentElement.dir = direction(words.language);
  if (!published) fill(page, h("main", { class: "loading" }, h("p", { role: "status" }, words.text("loading"))));
  try {
    show(await Session.open({ language: asked }));
  } catch (failure) {
    if (failure.kind === undefined) throw failure;
    fail(words.text(failure.kind === "not-found" ? "failure.unknown" : `failure.${failure.kind}`), words.text("try-again"));
  }
}

function fail(message, again) {
  const button = h("button", { type: "button", class: "plain", on: { click: start } }, again);
  if (published) return fill(document.getElementById("awaited"), h("p", { role: "alert" }, message), button);
  fill(page, h("main", { class: "loading" }, h("div", { role: "alert" }, h("h1", {}, message)), button));
}

function show(session) {
  const { words, description } = session;
  document.title = description.shortTitle ?? description.title;
  session.published = publishedNames();
  const form = formView(session);
  const signatories = signatoriesView(session);
  const main = h(
    "main",
    {},
    letterView(session),
    section("sign", words.text("sign.heading"), form),
    section("signatories", words.text("signatories.heading"), signatories, growth(session)),
  );
  fill(page, languagesView(description, words), main, footer(session, signatories));
  listen(session);
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** What a published page has of each category's names, until the API answers with newer ones. */
function publishedNames() {
  const sections = page.querySelectorAll("[data-category]");
  return new Map([...sections].map((section) => [section.dataset.category, section.querySelector(".blocks > ol")]));
}

function section(id, heading, ...content) {
  return h(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    h("h2", { id: `${id}-heading`, tabindex: "-1" }, heading),
    ...content,
  );
}

// The letter

function letterView(session) {
  const { words, description } = session;
  const { title, organiser, image, language: lang } = description;
  const dir = description.direction ?? direction(lang);
  const toForm = (event) => {
    event.preventDefault();
    document.getElementById("sign").scrollIntoView();
    focus(document.getElementById("sign-heading"), { preventScroll: true });
  };
  const button = h("a", { class: "button", href: "#sign", on: { click: toForm } }, words.text("sign.heading"));
  const toSign = h("p");
  let shown;
  session.watch((newest) => {
    if (newest.state !== shown) fill(toSign, newest.state === "open" ? button : stateSentence(words, newest));
    shown = newest.state;
  });
  return h(
    "article",
    { class: "letter" },
    h(
      "header",
      {},
      organiser && h("p", { class: "organiser" }, words.nodes("organiser.by", { organiser: organiserLink(organiser) })),
      h("h1", { lang, dir, class: title.length > 90 && "long" }, title),
      image && h("img", { class: "banner", src: image, alt: description.shortTitle ?? title, width: 1200, height: 630 }),
    ),
    h(
      "aside",
      { "aria-label": words.text("standing.label") },
      countView(session),
      toSign,
      shareView(words, description),
    ),
    h("section", { "aria-label": words.text("text.label") }, textOf(description), responsible(session)),
  );
}

function organiserLink({ name, url }) {
  return url ? h("a", { href: url, rel: "noopener" }, h("bdi", {}, name)) : h("bdi", {}, name);
}

/** Who asks and answers for what becomes of the signatures. */
function responsible({ words, description: { organiser, privacy } }) {
  if (!organiser && !privacy) return null;
  return h(
    "p",
    { class: "responsible" },
    organiser && words.nodes("organiser.asks", { organiser: organiserLink(organiser) }),
    " ",
    privacy && h("a", { href: privacy, rel: "noopener" }, words.text("privacy.notice")),
  );
}

function languagesView({ languages, language }, words) {
  if (languages.length < 2) return null;
  const links = languages.map((tag) => {
    const name = nameOf(tag);
    const href = published ? `${published}${tag}/` : `?language=${encodeURIComponent(tag)}`;
    const properties = { href, lang: tag, hreflang: tag, dir: direction(tag) };
    return h("li", {}, h("a", { ...properties, "aria-current": tag === language && "true" }, name));
  });
  return h("nav", { class: "languages", "aria-label": words.text("languages.label") }, h("ul", {}, links));
}

function growth(session) {
  const place = h("div");
  import("./timeline.js")
    .then(({ timelineView }) => timelineView(session))
    .then((view) => fill(place, view))
    .catch((failure) => {
      // The page is whole without it.
      if (failure.kind === undefined) throw failure;
    });
  return place;
}

// Below it

function footer(session, signatories) {
  const { words } = session;
  const progress = h("span", { role: "status", class: "quiet" });
  const print = async () => {
    try {
      await signatories.print((count) => fill(progress, words.text("print.loaded", { count })));
      fill(progress);
    } catch (failure) {
      fill(progress, words.text(`failure.${failure.kind ?? "server"}`));
    }
  };
  return h(
    "footer",
    {},
    h("details", {}, h("summary", {}, words.text("status.heading")), statusView(session)),
    h("p", {}, h("button", { type: "button", class: "plain", on: { click: print } }, words.text("print.all")), " ", progress),
  );
}

// What happens meanwhile

function listen(session) {
  const { words, description } = session;
  const title = description.shortTitle ?? description.title;
  page.addEventListener("undersigned-error", () => (document.title = words.text("error.title", { title })));
  page.addEventListener("undersigned-signed", () => (document.title = title));
  let left = Date.now();
  const back = () => {
    if (document.visibilityState === "hidden") left = Date.now();
    else if (Date.now() - left > AWAY) renew(session);
  };
  document.addEventListener("visibilitychange", back);
  window.addEventListener("pageshow", ({ persisted }) => persisted && renew(session));
  if (hasSigned(session)) followCount(session, session.description.total);
}

async function renew(session) {
  const { total } = session.description;
  await session.refresh().catch(() => {});
  if (hasSigned(session)) followCount(session, total);
}

/** Whether somebody signed in this tab: then the total that they see must be one with them in it. */
function hasSigned({ api }) {
  return tab.read(signedKey(api)) !== null;
}

function followCount(session, total) {
  for (const time of COUNTED)
    setTimeout(() => session.description.total === total && session.refresh().catch(() => {}), time);
}
