import { fill, focus, h } from "../dom.js";
import { Api, Failure } from "./api.js";
import { api, issuer } from "./config.js";
import { button, dialog, fault } from "./parts.js";
import { SignIn } from "./sign-in.js";
import { flush } from "./undo.js";
import { say } from "./words.js";

/** Each is downloaded when it is first opened. */
const VIEWS = {
  waiting: () => import("./queue.js"), rejected: () => import("./queue.js"), problems: () => import("./queue.js"), find: () => import("./find.js"),
  numbers: () => import("./numbers.js"), attack: () => import("./attack.js"), blocks: () => import("./blocks.js"), import: () => import("./import.js"),
  export: () => import("./export.js"), statement: () => import("./statement.js"), audit: () => import("./audit.js"),
};

const page = document.getElementById("page");
const signIn = new SignIn();
const waiting = h("p", { class: "waiting", role: "status", popover: "manual" });
const client = new Api(signIn, askAgain, tell);

start();

async function start() {
  restrict([api, issuer]);
  document.body.append(waiting);
  const message = h("p", { role: "alert" });
  fill(page, h("main", { class: "door" }, h("h1", {}, say("title")), h("p", {}, say("sign-in.about")), signInButton(message), message));
  signIn.discover().then(({ token_endpoint }) => restrict([api, issuer, token_endpoint]), () => fill(message, say("sign-in.no-issuer")));
  await signIn.done((code) => told(message, code));
  addEventListener("hashchange", show);
  show();
}

/** Over everything, also a dialog: why nothing happens for the moment. */
function tell(words) {
  if (words) waiting.showPopover();
  else waiting.hidePopover();
  fill(waiting, words);
}

/** The policy of index.html leaves open whom the page calls; narrowed once the issuer has said where tokens are. */
function restrict(urls) {
  if (urls.length < 3 && issuer) return;
  const origins = urls.filter(Boolean).map((url) => new URL(url, location.href).origin);
  document.head.append(h("meta", { "http-equiv": "Content-Security-Policy", content: `connect-src 'self' ${origins.join(" ")}` }));
}

function signInButton(message) {
  return button(say("sign-in"), async () => {
    fill(message);
    try {
      if (!(await signIn.open())) fill(message, say("sign-in.blocked"));
    } catch {
      fill(message, say("sign-in.no-issuer"));
    }
  }, { class: "main" });
}

function told(message, code) {
  fill(message, code === "access_denied" ? say("sign-in.cancelled") : say("sign-in.failed", { code }));
}

/** Over whatever there is, which stays. */
async function askAgain() {
  const message = h("p", { role: "alert" });
  let leave;
  const asked = dialog(say("sign-in.again"), (close, element) => {
    leave = close;
    element.addEventListener("cancel", (event) => event.preventDefault());
    return [h("p", {}, say("sign-in.again.about")), signInButton(message), message];
  });
  await signIn.done((code) => told(message, code));
  leave();
  await asked;
}

async function show() {
  const unsaid = await flush();
  const [, id, view] = location.hash.split("/").map(decodeURIComponent);
  const main = h("main", { id: "main" }, h("p", { role: "status" }, say("loading")));
  fill(page, header(), main);
  try {
    if (id) await statement(main, id, view in VIEWS ? view : "waiting");
    else await statements(main);
    focus(main.querySelector("h1"));
  } catch (failure) {
    fill(main, h("h1", {}, say("statements")), fault(failure, show));
  }
  // Of decisions that were sent since their view was left.
  if (unsaid.length) main.prepend(notes(unsaid));
}

function notes(unsaid) {
  return h("div", { class: "notes", role: "log" }, unsaid.map((note) => h("p", { class: "notice" }, note)));
}

function header() {
  const role = say(signIn.isAdministrator ? "role.administrator" : "role.moderator");
  return h("header", { class: "top" }, h("a", { href: "#/" }, say("statements")),
    h("span", { class: "who" }, h("bdi", {}, signIn.name), `, ${role}`),
    button(say("sign-out"), signOut, { class: "link" }));
}

/** Who leaves right after a decision is told first if it was not done; by then the token is gone. */
async function signOut() {
  const leave = () => location.replace(signIn.out || location.pathname);
  const unsaid = await flush();
  if (!unsaid.length) return leave();
  signIn.forget();
  const heading = h("h1", {}, say("sign-out.before"));
  fill(page, h("main", { class: "door" }, heading, notes(unsaid), button(say("sign-out"), leave, { class: "main" })));
  focus(heading);
}

async function statements(main) {
  document.title = say("statements");
  const { statements } = await client.json("/admin/statements");
  fill(main, h("h1", {}, say("statements")),
    statements.length ? h("ul", { class: "cards" }, statements.map(card)) : h("p", {}, say("statements.none")));
}

function card({ id, title, state, total, waiting, rejected }) {
  const counts = [say(`state.${state}`), say("statements.signed", { count: total }), rejected && say("statements.rejected", { count: rejected })];
  return h("li", {}, h("a", { href: `#/${encodeURIComponent(id)}/waiting` }, h("bdi", {}, text(title))),
    h("strong", { class: waiting ? "badge" : "badge none" }, waiting ? say("statements.waiting", { count: waiting }) : say("statements.nothing")),
    h("span", { class: "quiet" }, counts.filter(Boolean).join(" · ")));
}

async function statement(main, id, view) {
  const path = `/admin/statements/${encodeURIComponent(id)}`;
  const definition = await client.json(path);
  const title = text(definition.title);
  document.title = `${say(`view.${view}`)}: ${title}`;
  const links = Object.keys(VIEWS).map((name) => h("li", {}, h("a", { href: `#/${encodeURIComponent(id)}/${name}`, "aria-current": name === view && "page" }, say(`view.${name}`))));
  const body = h("div", { class: "view" }, h("p", { role: "status" }, say("loading")));
  fill(main, h("h1", {}, h("bdi", {}, title)), h("nav", { "aria-label": title }, h("ul", {}, links)), body);
  const categories = new Map(definition.categories.map((category) => [category.id, text(category.name)]));
  const context = { api: client, path, id, view, body, definition, categories, isAdministrator: signIn.isAdministrator, subject: signIn.subject };
  try {
    const { show: open } = await VIEWS[view]().catch(() => { throw new Failure(0, {}); });
    await open(context);
  } catch (failure) {
    fill(body, fault(failure, show));
  }
}

/** In English where there is one, else in the statement's first language. */
function text(texts) {
  return texts.en ?? Object.values(texts)[0];
}
