import { api } from "./config.js";
import { say } from "./words.js";

const PATIENCE = 40_000;

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

/** Calls the admin API in the name of who signed in; asks to sign in again when that has expired, then goes on. */
export class Api {
  #signIn;
  #askAgain;
  #asking = null;

  constructor(signIn, askAgain) {
    this.#signIn = signIn;
    this.#askAgain = askAgain;
  }

  async json(path, options) {
    return (await this.call(path, options)).json();
  }

  /** The answer where it is a good one; throws a Failure. */
  async call(path, options = {}) {
    for (;;) {
      const token = this.#signIn.token ?? (await this.#again());
      const response = await this.#fetch(path, options, token);
      if (response.ok) return response;
      if (response.status !== 401) throw await failure(response);
      if (this.#signIn.token === token) this.#signIn.forget();
    }
  }

  async #again() {
    this.#asking ??= this.#askAgain().finally(() => (this.#asking = null));
    await this.#asking;
    return this.#signIn.token;
  }

  async #fetch(path, { method = "GET", body, type = "application/json", version, accept = "application/json", keepalive = false, signal }, token) {
    const headers = { Authorization: `Bearer ${token}`, Accept: accept };
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

async function failure(response) {
  const problem = await response.json().catch(() => ({}));
  return new Failure(response.status, problem, Number(response.headers.get("Retry-After")));
}
