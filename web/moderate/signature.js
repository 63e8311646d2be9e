import { fill, h } from "../dom.js";
import { Failure } from "./api.js";
import { button, dialog, fault } from "./parts.js";
import { say } from "./words.js";

/** Opens one signature, by a script that is downloaded then; resolves with whether something was done to it. */
export function signatureDialog(context, id) {
  return dialog(say("details"), (close) => {
    const body = h("div");
    const open = () => {
      fill(body, h("p", { role: "status" }, say("loading")));
      import("./details.js").then(({ Details }) => new Details(context, id, body).show(), () => fill(body, fault(new Failure(0, {}), open)));
    };
    open();
    return [body, h("p", { class: "buttons" }, button(say("close"), () => close(body.dataset.changed === "true"), { class: "plain" }))];
  });
}
