import { fill, focus, h } from "../dom.js";
import { decide } from "./decide.js";
import { button, choice, fault, field } from "./parts.js";
import { askReason } from "./reject.js";
import { named, signatoryView } from "./signatory.js";
import { signatureDialog } from "./signature.js";
import { hold, undo } from "./undo.js";
import { say } from "./words.js";

const STATUS = { waiting: "in-review", rejected: "rejected", problems: "pending-problem" };
const FLAGS = ["claims-imported-row", "first-approver", "free-mail", "mail-bounced", "name-listed", "name-nearly-listed", "name-waiting", "same-network", "watch-list"];

export async function show(context) {
  await new Queue(context).open();
}

/** One of the three queues: filters, what is picked, keys, and the list. */
class Queue {
  #context;
  #filter = { order: "oldest", category: "", flag: "" };
  #rows = new Map();
  #next = null;
  #list = h("ol", { class: "rows" });
  #bar = h("p", { class: "bar", role: "status" });
  #notes = h("div", { class: "notes", role: "log" });
  #shown = h("p", { class: "quiet", role: "status" });
  #more = button(say("more"), () => this.#load(), { class: "plain", hidden: true });
  #pickAll = h("input", { type: "checkbox", on: { change: () => this.#pick() } });
  #bulk = h("div", { class: "bulk" });
  #total = 0;

  constructor(context) {
    this.#context = context;
  }

  async open() {
    const { api, path, body, view } = this.#context;
    const { queues } = await api.json(`${path}/queue/count`);
    const count = queues.find(({ status }) => status === STATUS[view]);
    this.#total = count.total;
    const decidable = view !== "problems";
    fill(body, this.#filters(count), decidable && h("div", { class: "tools" }, h("label", {}, this.#pickAll, " ", say("pick.all")), this.#bulk), this.#shown, this.#notes,
      this.#list, this.#more, decidable && h("p", { class: "quiet keys" }, say("queue.keys")), this.#bar);
    body.onkeydown = decidable ? (event) => this.#key(event) : null;
    this.#list.addEventListener("change", () => this.#tools());
    await this.#load();
  }

  #filters(count) {
    const set = (name) => (value) => {
      this.#filter[name] = value;
      this.#reload();
    };
    const categories = [...this.#context.categories].map(([id, name]) => [id, `${name} (${count.categories[id] ?? 0})`]);
    return h("div", { class: "filters" },
      field(say("category"), choice([["", say("category.all", { count: count.total })], ...categories], "", set("category"))),
      field(say("flag"), choice([["", say("flag.all")], ...FLAGS.map((flag) => [flag, say(`choice.${flag}`)])], "", set("flag"))),
      field(say("order"), choice(["oldest", "newest"].map((order) => [order, say(`order.${order}`)]), "oldest", set("order"))));
  }

  async #reload() {
    this.#rows.clear();
    this.#next = null;
    fill(this.#list);
    await this.#load();
  }

  /** A page may be empty where what is looked for is rare: then the next one is asked for, a few times. */
  async #load() {
    const { api, path, view } = this.#context;
    const first = { status: STATUS[view], ...Object.fromEntries(Object.entries(this.#filter).filter(([, value]) => value)) };
    this.#more.hidden = true;
    try {
      for (let pages = 0, got = 0; pages < 5 && !got; pages++) {
        const page = await api.json(this.#next ? `${path}/${this.#next}` : `${path}/queue?${new URLSearchParams(first)}`);
        const found = [...page.signatures, ...(page.requests ?? [])];
        for (const signature of found) this.#add(signature);
        got = found.length;
        this.#next = page.next;
        if (!this.#next) break;
      }
    } catch (failure) {
      fill(this.#notes, fault(failure, () => (fill(this.#notes), this.#load())));
    }
    this.#more.hidden = !this.#next;
    this.#tools();
  }

  #add(signature) {
    const row = h("li", { tabindex: -1 });
    this.#fillRow(row, signature);
    this.#rows.set(signature.id, { signature, row });
    this.#list.append(row);
  }

  #fillRow(row, signature) {
    const { categories, view } = this.#context;
    const who = named(signature.edit ?? signature);
    fill(row, view !== "problems" && h("input", { type: "checkbox", "aria-label": say("pick", { name: who }) }),
      h("div", { class: "signatory" }, signatoryView(signature, categories)),
      view !== "problems" && h("div", { class: "buttons" }, this.#buttons(signature, who)));
  }

  #buttons(signature, who) {
    const act = (word, decision, claim, kind) => button(say(word), () => this.#decide([signature.id], decision, claim), { class: kind, "aria-label": `${say(word)}: ${who}` });
    const details = button(say("details"), () => this.#details(signature), { class: "plain", "aria-label": `${say("details")}: ${who}` });
    if (this.#context.view === "rejected") return [act("reinstate", "reinstate"), details];
    const claims = signature.flags.some(({ code }) => code === "claims-imported-row");
    return [
      ...(claims ? [act("approve.instead", "approve", "accept"), act("approve.both", "approve", "decline", "plain")] : [act("approve", "approve")]),
      act("reject", "reject", undefined, "plain"), details,
    ];
  }

  async #details(signature) {
    if (await signatureDialog(this.#context, signature.id)) await this.#reload();
  }

  #picked() {
    return [...this.#rows].filter(([, { row }]) => row.querySelector("input")?.checked).map(([id]) => id);
  }

  #pick() {
    for (const { row } of this.#rows.values()) row.querySelector("input").checked = this.#pickAll.checked;
    this.#tools();
  }

  #tools() {
    const { view } = this.#context;
    const picked = this.#picked();
    const bulk = (word, decision, kind) => button(say(word), () => this.#decide(this.#picked(), decision), { class: kind });
    fill(this.#bulk, ...(picked.length === 0 ? [] : [
      h("span", {}, say("picked", { count: picked.length })),
      ...(view === "rejected" ? [bulk("reinstate.picked", "reinstate")] : [bulk("approve.picked", "approve"), bulk("reject.picked", "reject", "plain")])]));
    const filtered = this.#filter.category || this.#filter.flag;
    const empty = filtered ? "queue.empty.filtered" : view === "waiting" ? "queue.empty" : `queue.empty.${view}`;
    fill(this.#shown, this.#rows.size || this.#next ? say("queue.shown", { shown: this.#rows.size, total: Math.max(this.#total, this.#rows.size) }) : say(empty));
  }

  /** They leave the list at once; what is not done comes back, and why is said. */
  async #decide(ids, decision, claim) {
    const chosen = ids.map((id) => this.#rows.get(id)).filter(Boolean);
    if (!chosen.length) return;
    const who = chosen.length === 1 ? named(chosen[0].signature.edit ?? chosen[0].signature) : say("several", { count: chosen.length });
    const reason = decision === "reject" ? await askReason(who, this.#context.definition.rejectionMails) : undefined;
    if (reason === null) return;
    const after = chosen.at(-1).row.nextElementSibling ?? chosen[0].row.previousElementSibling;
    const places = chosen.map((one) => ({ ...one, before: one.row.nextElementSibling }));
    for (const { row, signature } of chosen) {
      row.remove();
      this.#rows.delete(signature.id);
    }
    this.#total -= chosen.length;
    this.#tools();
    focus(after?.isConnected ? after : (this.#list.firstElementChild ?? this.#shown));
    const back = (some) => this.#back(places.filter(({ signature }) => some.has(signature.id)));
    hold(this.#bar, (seconds) => say(`held.${decision}`, { who, seconds }),
      (...how) => this.#send(chosen.map(({ signature }) => signature), { decision, reason, claim }, back, ...how),
      () => back(new Set(ids)));
  }

  #back(places) {
    for (const { row, before, signature } of places.reverse()) {
      this.#rows.set(signature.id, { row, signature });
      this.#list.insertBefore(row, before?.isConnected ? before : null);
      const box = row.querySelector("input");
      if (box) box.checked = false;
    }
    this.#total += places.length;
    this.#tools();
    focus(places[0]?.row);
  }

  async #send(signatures, decision, back, keepalive, tell) {
    const { api, path } = this.#context;
    const notes = [];
    const progress = (done, all) => tell(say("sending", { done, all }));
    const { undone, failure, results } = await decide(api, path, signatures, decision, progress, keepalive);
    const names = new Map(signatures.map((signature) => [signature.id, named(signature.edit ?? signature)]));
    for (const { id, outcome, status } of results)
      if (say.has(`outcome.${outcome}`)) notes.push(say(`outcome.${outcome}`, { who: names.get(id), status: say(`status.${status}`) }));
    if (undone.length) {
      back(new Set(undone));
      notes.push(say("failed.back", { message: failure.message, count: undone.length }));
    }
    this.#notes.append(...notes.map((note) => h("p", { class: "notice" }, note)));
    tell(say("sent", { count: results.filter(({ outcome }) => !["conflict", "not-found"].includes(outcome)).length }));
    return notes;
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, textarea, input:not([type=checkbox])")) return;
    const rows = [...this.#list.children];
    const current = rows.indexOf(document.activeElement?.closest?.(".rows > li"));
    const [id, entry] = [...this.#rows].find(([, { row }]) => row === rows[current]) ?? [];
    const keys = {
      j: () => focus(rows[Math.min(current + 1, rows.length - 1)]),
      k: () => focus(rows[Math.max(current - 1, 0)]),
      u: undo,
      x: () => entry && entry.row.querySelector("input").click(),
      a: () => entry && this.#context.view === "waiting" && this.#decide(this.#chosen(id), "approve"),
      r: () => entry && this.#context.view === "waiting" && this.#decide(this.#chosen(id), "reject"),
      Enter: () => entry && event.target === entry.row && this.#details(entry.signature),
    };
    if (!keys[event.key] || (event.key === "Enter" && event.target !== entry?.row)) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** All that are picked, where the current one is among them. */
  #chosen(id) {
    const picked = this.#picked();
    return picked.includes(id) ? picked : [id];
  }
}
