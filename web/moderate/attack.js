import { fill, focus, h } from "../dom.js";
import { button, choice, dialog, fault, field, typed } from "./parts.js";
import { CODES } from "./reject.js";
import { signatoryView } from "./signatory.js";
import { say, when } from "./more-words.js";

const FLAGS = ["watch-list", "mail-bounced", "free-mail", "claims-imported-row"];
const LOOK_AGAIN = 1_500;

export async function show(context) {
  await new Attack(context).open();
}

/** What an attack signed is counted, rejected together, and brought back where that was wrong. */
class Attack {
  #context;
  #path;
  #one = h("section", { class: "one" });
  #said = h("div", { role: "status" });
  #list = h("section");
  #running = false;

  constructor(context) {
    this.#context = context;
    this.#path = `${context.path}/invalidations`;
  }

  async open() {
    const { body, isAdministrator } = this.#context;
    fill(body, h("p", {}, say("attack.about")), isAdministrator ? this.#form() : h("p", { class: "notice" }, say("attack.look")), this.#said, this.#one, this.#list);
    await this.#earlier();
  }

  #form() {
    const input = (properties) => h("input", { autocomplete: "off", ...properties });
    const fields = {
      network: input({ placeholder: "192.0.2.0/24" }), domain: input({ placeholder: "robots.example" }),
      from: input({ type: "datetime-local" }), until: input({ type: "datetime-local" }),
      flag: choice([["", say("flag.all")], ...FLAGS.map((flag) => [flag, say(`choice.${flag}`)])], ""),
    };
    const reason = choice(CODES.map((code) => [code, say(`reason.${code}`)]), "not-genuine");
    const submit = async (event) => {
      event.preventDefault();
      const given = Object.entries(fields).filter(([, { value }]) => value.trim());
      const selection = Object.fromEntries(given.map(([name, { type, value }]) => [name, type === "datetime-local" ? new Date(value).toISOString() : value.trim()]));
      await this.#run(() => this.#context.api.json(this.#path, { method: "POST", quiet: true, body: { selection, reason: reason.value } }));
    };
    return h("form", { on: { submit } },
      h("div", { class: "filters" }, Object.entries(fields).map(([name, control]) => field(say(`attack.${name}`), control)), field(say("reason"), reason)),
      h("button", {}, say("attack.count")));
  }

  async #earlier() {
    const { invalidations } = await this.#context.api.json(this.#path);
    const line = (one) => h("li", {}, h("div", { class: "signatory" }, h("p", { class: "name" }, typed(selected(one))), h("p", { class: "quiet" }, `${told(one)} ${asked(one)}`)),
      h("div", { class: "buttons" }, button(say("attack.open"), () => this.#look(one.id), { class: "plain", "aria-label": `${say("attack.open")}: ${selected(one)}` })));
    fill(this.#list, invalidations.length > 0 && [h("h2", {}, say("attack.earlier")), h("ol", { class: "rows" }, invalidations.map(line))]);
  }

  async #look(id) {
    fill(this.#said);
    try {
      this.#draw(await this.#get(id));
    } catch (failure) {
      fill(this.#said, fault(failure, () => this.#look(id)));
    }
  }

  #get(id) {
    return this.#context.api.json(`${this.#path}/${id}`);
  }

  #take(id, action) {
    return this.#context.api.json(`${this.#path}/${id}`, { method: "POST", quiet: true, body: { action } });
  }

  /** A call works for some seconds: as long as something is left to do, the next one goes on. */
  async #run(begin, id) {
    if (this.#running) return;
    this.#running = true;
    fill(this.#said, say("loading"));
    let now = null;
    const watch = id && setInterval(() => this.#get(id).then((one) => this.#running && isUnderWay(one) && this.#draw(one), () => {}), LOOK_AGAIN);
    try {
      now = await begin();
      while (isUnderWay(now)) {
        this.#draw(now);
        now = await this.#take(now.id, "continue");
      }
      fill(this.#said);
    } catch (failure) {
      fill(this.#said, fault(failure));
    } finally {
      this.#running = false;
      clearInterval(watch);
    }
    if (now ?? id) await this.#look(now?.id ?? id).then(() => this.#earlier()).catch((failure) => fill(this.#said, fault(failure)));
  }

  #draw(one) {
    const { categories } = this.#context;
    const had = this.#one.contains(document.activeElement);
    const heading = h("h2", {}, typed(selected(one)));
    const [done, all] = one.state === "undoing" ? [one.restored, one.rejected] : [one.rejected, one.found];
    fill(this.#one, heading, h("p", { role: "status", class: "notice" }, told(one)),
      isUnderWay(one) && one.state !== "counting" && h("progress", { max: all || 1, value: done, "aria-label": told(one) }),
      h("p", { class: "quiet" }, asked(one)), this.#choices(one),
      one.examples.length > 0 && [h("h3", {}, say("attack.examples", { count: one.examples.length })),
        h("ul", { class: "rows" }, one.examples.map((signature) => h("li", {}, h("div", { class: "signatory" }, signatoryView(signature, categories)))))]);
    if (had || !this.#running) focus(this.#one.querySelector("button") && had ? this.#one.querySelector("button") : heading);
  }

  #choices(one) {
    const { isAdministrator, subject } = this.#context;
    if (!isAdministrator) return null;
    const act = (word, action, kind) => button(word, () => this.#run(() => this.#take(one.id, action), one.id), { class: kind });
    // While a call is under way, stopping must not wait for it.
    const stop = button(say("attack.stop"), () => this.#take(one.id, "cancel").catch((failure) => fill(this.#said, fault(failure))), { class: "plain" });
    const needsAnother = one.secondAdministrator && one.askedBy === subject;
    const { state, found, rejected, restored } = one;
    return [
      needsAnother && h("p", { class: "notice bad" }, say("attack.second")),
      h("p", { class: "buttons" },
        state === "counted" && found > 0 && !needsAnother && button(say("attack.reject", { count: found }), () => this.#sure(one), { class: "danger" }),
        state === "counted" && act(say("attack.leave"), "cancel", "plain"),
        isUnderWay(one) && (this.#running ? stop : [act(say("attack.on"), "continue"), act(say("attack.stop"), "cancel", "plain")]),
        ["rejected", "cancelled"].includes(state) && rejected > 0 && act(say("attack.undo", { count: rejected }), "undo"),
        state === "undone" && restored < rejected && act(say("attack.undo.again"), "undo", "plain")),
    ];
  }

  async #sure(one) {
    const yes = await dialog(say("attack.sure", { count: one.found }), (close) => [
      h("p", {}, typed(selected(one))), h("p", {}, say("attack.sure.about")),
      h("p", { class: "buttons" }, button(say("attack.reject", { count: one.found }), () => close(true), { class: "danger" }), button(say("cancel"), () => close(false), { class: "plain" })),
    ]);
    if (yes) await this.#run(() => this.#take(one.id, "reject"), one.id);
  }
}

function isUnderWay({ state }) {
  return state.endsWith("ing");
}

function told({ state, found, rejected, restored }) {
  return say(`attack.state.${state}`, { found, rejected, restored });
}

function asked({ askedBy, askedAt, startedBy, startedAt }) {
  return [say("attack.asked", { who: askedBy, at: when(askedAt) }), startedBy && say("attack.started", { who: startedBy, at: when(startedAt) })].filter(Boolean).join(" ");
}

/** What was selected, in words. */
function selected({ selection: { network, domain, from, until, flag } }) {
  return [network && say("attack.by.network", { network }), domain && say("attack.by.domain", { domain }), flag && say(`choice.${flag}`),
    from && say("attack.by.from", { at: when(from) }), say("attack.by.until", { at: when(until) })].filter(Boolean).join(", ");
}
