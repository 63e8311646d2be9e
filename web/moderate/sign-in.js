import { clientId, issuer, rolesClaim, scope, token as kind } from "./config.js";

const ISSUER = issuer || location.origin;
const HERE = new URL(".", location.href).href;
const BACK = `${HERE}signed-in.html`;

/** Authorization code with PKCE in a window of its own: this page stays as it is. Token and verifier are in memory alone. */
export class SignIn {
  #token = null;
  #claims = {};
  #person = {};
  #attempts = new Map();
  #waiting = [];
  #endpoints = null;

  constructor() {
    new BroadcastChannel("undersigned-sign-in").onmessage = ({ data }) => this.#answered(data);
  }

  /** Where tokens are asked for; fails where the issuer does not answer. */
  async discover() {
    this.#endpoints ??= await json(await fetch(`${ISSUER}/.well-known/openid-configuration`));
    return this.#endpoints;
  }

  get token() {
    return this.#token && this.#claims.exp * 1000 > Date.now() + 5_000 ? this.#token : null;
  }

  /** For show alone: the API decides who somebody is. */
  get name() {
    const all = { ...this.#person, ...this.#claims };
    return all.name ?? all.preferred_username ?? all.email ?? all.sub;
  }

  /** By which the audit and invalidations name who did something. */
  get subject() {
    return this.#claims.sub;
  }

  get isAdministrator() {
    return [this.#claims[rolesClaim]].flat().includes("administrator");
  }

  forget() {
    this.#token = null;
  }

  /** Where to go so that the next person at this machine is asked who they are; "" where the issuer has no such page of ours. */
  get out() {
    const out = new URL(this.#endpoints?.end_session_endpoint ?? ISSUER);
    // The standard's way needs an address that is registered at the issuer; with Amazon Cognito, whose way is its own, it is.
    if (!out.hostname.endsWith(".amazoncognito.com")) return "";
    out.search = new URLSearchParams({ client_id: clientId, logout_uri: HERE });
    return out.href;
  }

  /** To be called by a press, or browsers open no window; answers false where they do not. */
  async open() {
    const width = 480;
    const popup = window.open("", "_blank", `popup,width=${width},height=640,left=${Math.max(0, screenX + (outerWidth - width) / 2)}`);
    if (!popup) return false;
    popup.opener = null;
    const [state, nonce, verifier] = [random(), random(), random()];
    this.#attempts.set(state, { nonce, verifier });
    const query = new URLSearchParams({
      response_type: "code", client_id: clientId, redirect_uri: BACK, scope, state, nonce,
      code_challenge: base64(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))),
      code_challenge_method: "S256",
    });
    try {
      const endpoint = new URL((await this.discover()).authorization_endpoint);
      for (const [name, value] of query) endpoint.searchParams.set(name, value);
      popup.location = endpoint.href;
    } catch (failure) {
      popup.close();
      throw failure;
    }
    return true;
  }

  /** The next time that somebody comes back from the issuer; `onFault` hears what went wrong before. */
  done(onFault) {
    return new Promise((resolve) => this.#waiting.push({ resolve, onFault }));
  }

  async #answered(answer) {
    const attempt = this.#attempts.get(answer?.state);
    if (!attempt) return;
    this.#attempts.delete(answer.state);
    try {
      if (answer.error) throw new Error(answer.error);
      if (answer.iss && answer.iss !== this.#endpoints.issuer) throw new Error("issuer");
      await this.#exchange(answer.code, attempt);
      for (const { resolve } of this.#waiting.splice(0)) resolve();
    } catch (failure) {
      for (const { onFault } of this.#waiting) onFault(failure.message);
    }
  }

  async #exchange(code, { nonce, verifier }) {
    const body = new URLSearchParams({
      grant_type: "authorization_code", client_id: clientId, redirect_uri: BACK, code, code_verifier: verifier,
    });
    const tokens = await json(await fetch(this.#endpoints.token_endpoint, { method: "POST", body }));
    this.#person = claims(tokens.id_token);
    if (this.#person.nonce !== nonce) throw new Error("nonce");
    this.#claims = claims(tokens[kind]);
    this.#token = tokens[kind];
  }
}

async function json(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? String(response.status));
  return body;
}

function claims(token) {
  const bytes = Uint8Array.from(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function random() {
  return base64(crypto.getRandomValues(new Uint8Array(32)));
}

function base64(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
