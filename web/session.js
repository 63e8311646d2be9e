import * as config from "./config.js";
import { LANGUAGES, choose, loadWords, preferred } from "./languages.js";

/** When to look again for a signature that was confirmed a moment ago: counting follows by way of a stream. */
const PAUSES = [500, 1_000, 1_500, 2_000, 3_000, 4_000, ...Array(10).fill(5_000)];

/** What the views of one statement share: the API, the words of the interface, and the newest description. */
export class Session {
  #watchers = [];
  #awaited;

  constructor(api, words, description, awaited = 0) {
    this.api = api;
    this.words = words;
    this.description = description;
    this.#awaited = awaited;
    if (awaited) this.#follow();
  }

  /** By default the statement and the API of config.js, in the language that the browser prefers. */
  static async open({ base = config.api, statement = config.statement, language } = {}) {
    const api = new Api(base, statement);
    const preferences = preferred(language);
    const awaited = confirmedHere(api.statement);
    api.fresh = awaited !== null;
    const [words, description] = await Promise.all([
      loadWords(choose(preferences, LANGUAGES) ?? LANGUAGES[0]),
      describe(api, preferences),
    ]);
    return new Session(api, words, description, awaited ?? 0);
  }

  /** Whether the reader has confirmed a moment ago and the total does not count them yet. */
  get counting() {
    return this.description.total < this.#awaited;
  }

  async #follow() {
    for (const pause of PAUSES) {
      if (!this.counting) break;
      await new Promise((done) => setTimeout(done, pause));
      await this.refresh().catch(() => {});
    }
    this.#awaited = 0;
    // A reload, or the address copied, is of somebody who confirmed some time ago.
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#tell();
  }

  /** Calls it now and whenever there is a newer description. */
  watch(listener) {
    this.#watchers.push(listener);
    listener(this.description);
  }

  async refresh() {
    this.description = await this.api.describe(this.description.language);
    this.#tell();
  }

  #tell() {
    for (const listener of this.#watchers) listener(this.description);
  }
}

/** The page behind the emailed button leads here with `#confirmed=<statement>,<first total that counts its reader>`. */
function confirmedHere(statement) {
  const [, confirmed, total = 0] = /^#confirmed=([^,]+)(?:,(\d{1,9}))?$/.exec(location.hash) ?? [];
  return confirmed === statement ? Number(total) : null;
}

/** In the best of the reader's languages that the statement has; mostly the first, so that it is asked for at once. */
async function describe(api, preferences) {
  const description = await api.describe(preferences[0] ?? LANGUAGES[0]);
  const best = choose(preferences, description.languages);
  return best && best !== description.language ? api.describe(best) : description;
}

// The API

const PATIENCE = 15_000;
const LONGEST_WAIT = 600;

/**
 * Why a call came to nothing. `kind`: unreachable, slow, blocked (by this page's own policy), busy, not-found, refused,
 * invalid, server.
 */
class Failure extends Error {
  constructor(kind, answer = {}) {
    super(`the API: ${kind}`);
    this.kind = kind;
    this.errors = answer.json?.errors ?? [];
    this.retryAfter = answer.retryAfter;
  }
}

/** The public API of one statement. */
class Api {
  /** Whether no cache's answer will do. */
  fresh = false;

  constructor(base, statement) {
    const root = new URL(base.replace(/\/?$/, "/"), import.meta.url);
    this.statement = statement;
    this.home = new URL(`statements/${encodeURIComponent(statement)}`, root).href;
  }

  describe(language) {
    return get(this.#past(`${this.home}?language=${encodeURIComponent(language)}`));
  }

  /** A page of a category's list, with the address of the next one. */
  list(category, query, signal) {
    const parameters = new URLSearchParams(query);
    return this.follow(`${this.home}/categories/${encodeURIComponent(category)}/signatories?${parameters}`, signal);
  }

  async follow(url, signal) {
    const page = await get(this.#past(url), signal);
    return { names: page.signatories, next: page.next && new URL(page.next, page.url).href };
  }

  /** Content delivery networks heed no `no-cache` of a browser. */
  #past(url) {
    return this.fresh && !url.includes("fresh=true") ? `${url}&fresh=true` : url;
  }

  /** Signatures by the day signed; empty where the API does not tell. */
  async timeline() {
    const days = [];
    for (let url = `${this.home}/timeline`; url; ) {
      const page = await get(url).catch((failure) => {
        if (failure.kind === "not-found") return { days: [], next: null };
        throw failure;
      });
      days.push(...page.days);
      url = page.next && new URL(page.next, page.url).href;
    }
    return days;
  }

  /** Asks to sign; `waiting` hears how many seconds go by until the one retry. */
  sign(body, waiting) {
    return post(`${this.home}/signatures`, body, waiting);
  }

  /** Has an email sent to an address that tells where its signatures stand. */
  requestStatus(email) {
    return post(`${this.home}/status-mails`, { email });
  }
}

// A kept answer is asked about anew each time: whoever has just confirmed must see the new total. Unchanged, that is a 304.
async function get(url, signal) {
  const answer = await twice(() => request(url, { cache: "no-cache" }, signal));
  return { ...answer.json, url: answer.url };
}

async function post(url, body, waiting) {
  const options = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  return (await twice(() => request(url, options), waiting)).json;
}

/** Once more after the time that the API asks for, and a little longer, so that not all come back at once. */
async function twice(call, waiting = () => {}) {
  try {
    return await call();
  } catch (failure) {
    if (!(failure.retryAfter <= LONGEST_WAIT)) throw failure;
    const seconds = Math.ceil(failure.retryAfter * (1 + Math.random() / 10));
    waiting(seconds);
    await new Promise((done) => setTimeout(done, seconds * 1000));
    return call();
  }
}

async function request(url, options, signal) {
  const answer = await attempt(url, options, signal);
  if (answer.ok) return answer;
  throw new Failure(kindOf(answer.status), answer);
}

/** 403 comes from a firewall alone: from this network came more calls than it lets through. */
function kindOf(status) {
  if (status === 404) return "not-found";
  if (status === 409) return "refused";
  if (status === 400 || status === 422) return "invalid";
  return [403, 429, 503].includes(status) ? "busy" : "server";
}

async function attempt(url, options, signal) {
  const limit = new AbortController();
  const late = setTimeout(() => limit.abort(), PATIENCE);
  try {
    const until = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
    const response = await fetch(url, { ...options, signal: until });
    const json = JSON.parse((await response.text()) || "null");
    const retryAfter = Number.parseInt(response.headers.get("Retry-After"), 10);
    return { ok: response.ok && json !== null, status: response.status, url: response.url, json, retryAfter };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (limit.signal.aborted) throw new Failure("slow");
    if (error instanceof SyntaxError) throw new Failure("server");
    throw new Failure((await isBlocked(url)) ? "blocked" : "unreachable");
  } finally {
    clearTimeout(late);
  }
}

// Organisers who forget a Content-Security-Policy look for the fault everywhere else.
const blocked = new Set();
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective === "connect-src" && URL.canParse(blockedURI)) blocked.add(new URL(blockedURI).origin);
});

async function isBlocked(url) {
  await new Promise((done) => setTimeout(done));
  return blocked.has(new URL(url).origin);
}
