import { fill, h } from "../dom.js";
import { button } from "./parts.js";
import { say } from "./words.js";

/** For so long nothing is sent, so that a slip causes no email. */
const SECONDS = 8;

const sending = new Set();
let held = null;
let latest = null;

/**
 * Sends in a while, unless `undo` is pressed before; whatever was held until now is sent at once. `send` is given whether the
 * page is being left, and what to tell its progress with: nobody hears of it once something else is held.
 */
export async function hold(bar, label, send, restore) {
  flush();
  const mine = { restore, bar };
  const tell = (words) => latest === mine && fill(bar, words);
  mine.send = (keepalive) => send(keepalive, tell);
  held = latest = mine;
  fill(bar, h("span", {}, label(SECONDS)), button(say("undo"), undo, { class: "plain" }));
  mine.timer = setTimeout(() => held === mine && flush(), SECONDS * 1000);
}

export function undo() {
  if (!held) return;
  const { timer, restore, bar } = held;
  held = latest = null;
  clearTimeout(timer);
  restore();
  fill(bar, say("undone"));
}

/** Sends what is held, now; answers what there is to say of it and of what was still being sent, in a list. */
export async function flush(keepalive = false) {
  if (held) {
    const { timer, send } = held;
    held = null;
    clearTimeout(timer);
    const sent = send(keepalive);
    const over = () => sending.delete(sent);
    sending.add(sent);
    sent.then(over, over);
  }
  return (await Promise.all(sending)).flat();
}

addEventListener("pagehide", () => flush(true));
