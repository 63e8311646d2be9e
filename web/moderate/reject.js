import { h } from "../dom.js";
import { button, choice, dialog, field } from "./parts.js";
import { say } from "./words.js";

export const CODES = ["forged", "no-mandate", "duplicate", "not-genuine", "offensive", "wrong-category", "on-request", "other"];

/** Asks why; answers the reason as the API takes it, or null. */
export function askReason(who, told) {
  return dialog(say("reject.title", { who }), (close) => {
    const code = choice(CODES.map((code) => [code, say(`reason.${code}`)]), "forged");
    const note = h("textarea", { rows: 3, maxlength: 480 });
    const reject = button(say("reject.do"), () => close(`${code.value}: ${note.value.trim()}`.replace(/: $/, ":")), { class: "danger" });
    return [
      field(say("reason"), code),
      field(say("reason.note"), note, say("reason.note.hint")),
      h("p", { class: "notice" }, say(told ? "reject.told" : "reject.not-told")),
      h("p", { class: "buttons" }, reject, button(say("cancel"), () => close(null), { class: "plain" })),
    ];
  });
}
