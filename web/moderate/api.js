import { api } from "./config.js";
import { say } from "./words.js";

const PATIENCE = 40_000;
const SLOW = 5_000;
/** Seconds that the API may ask to wait, and how often; beyond that it is said, and left to whoever asked. */
const LONGEST_WAIT = 120;
const MOST_WAITS = 5;

/** What went wrong, in words; `status` is 0 where nothing was answered. */
export class Failure extends Error {
  constructor(status, problem, retryAfter) {
    super([say(say.has(`failure.${status}`) ? `failure.${status}` : "failure.other", { seconds: retryAfter || 10 }), detail(status, problem)].filter(Boolean).join(" "));
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

function detail(status, { detail, errors = [] }) {
  if (errors.length) return errors.map(({ field, message }) => `${field} ${message}`).join("; ") + ".";
  return [400, 409, 422, 429].includes(status) ? detail : "";
}

/**
 * Calls the admin API in the name of who signed in; asks to sign in again when that has expired, then goes on. Where the API
 * has too much to do, it waits as long as it is told to; `tell` is given words about that, and about slow answers.
 */
export class Api {
  #signIn;
  #askAgain;
  #tell;
  #asking = null;

  constructor(signIn, askAgain, tell) {
    this.#signIn = signIn;
    this.#askAgain = askAgain;
    this.#tell = tell;
  }

  async json(path, options) {
    return (await this.call(path, options)).json();
  }

  /** The answer where it is a good one; throws a Failure. `open` calls need no token, `quiet` ones may take their time. */
  async call(path, options = {}) {
    for (let waits = 0; ; ) {
      const token = options.open ? null : (this.#signIn.token ?? (await this.#again()));
      const response = await this.#patiently(path, options, token);
      if (response.ok) return response;
      const seconds = Number(response.headers.get("Retry-After"));
      if (response.status === 401 && token) {
        if (this.#signIn.token === token) this.#signIn.forget();
      } else if (![429, 503].includes(response.status) || options.keepalive || seconds > LONGEST_WAIT || waits++ === MOST_WAITS) throw await failure(response, seconds);
      else await this.#wait(seconds || 5, options.signal);
    }
  }

  async #wait(seconds, signal) {
    this.#tell(say("wait.many", { seconds }));
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    this.#tell("");
    signal?.throwIfAborted();
  }

  async #patiently(path, options, token) {
    let slow = !options.quiet && setTimeout(() => (this.#tell(say("wait.slow")), (slow = null)), SLOW);
    try {
      return await this.#fetch(path, options, token);
    } finally {
      if (slow === null) this.#tell("");
      else clearTimeout(slow);
    }
  }

  async #again() {
    this.#asking ??= this.#askAgain().finally(() => (this.#asking = null));
    await this.#asking;
    return this.#signIn.token;
  }

  async #fetch(path, { method = "GET", body, type = "application/json", version, accept = "application/json", keepalive = false, signal }, token) {
    const headers = { Accept: accept };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = type;
    if (version !== undefined) headers["If-Match"] = `"${version}"`;
    const sent = typeof body === "object" ? JSON.stringify(body) : body;
    const late = AbortSignal.timeout(PATIENCE);
    try {
      return await fetch(api + path, { method, headers, body: sent, keepalive, cache: "no-store", signal: signal ? AbortSignal.any([late, signal]) : late });
    } catch (fault) {
      if (signal?.aborted) throw fault;
      throw new Failure(0, {});
    }
  }
}

async function failure(response, seconds) {
  return new Failure(response.status, await response.json().catch(() => ({})), seconds);
}
