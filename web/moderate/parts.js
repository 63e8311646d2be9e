import { h } from "../dom.js";
import { say } from "./words.js";

export function button(word, press, properties = {}) {
  return h("button", { type: "button", ...properties, on: { click: press } }, word);
}

let fields = 0;

/** A label, its control and a hint under it. */
export function field(label, control, hint) {
  control.id ||= `field-${++fields}`;
  if (hint) control.setAttribute("aria-describedby", `${control.id}-hint`);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control, hint && h("p", { class: "quiet", id: `${control.id}-hint` }, hint));
}

/** A list to choose from: `[value, words]` each. */
export function choice(options, chosen, changed) {
  const select = h("select", {}, options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
  if (changed) select.addEventListener("change", () => changed(select.value));
  return select;
}

/** What somebody else typed: text, in its own direction. */
export function typed(text) {
  return h("bdi", {}, text ?? "");
}

/** Shows a failure where a view would be, with a way on; anything but a failure of the API is a fault of this page. */
export function fault(failure, again) {
  if (failure.status === undefined) throw failure;
  return h("div", { role: "alert", class: "notice bad" }, h("p", {}, failure.message), again && button(say("again"), again));
}

/** A modal dialog; resolves with what `close` is called with, or null when it is left. */
export function dialog(title, build) {
  const { promise, resolve } = Promise.withResolvers();
  const heading = h("h2", { id: "dialog-title" }, title);
  const element = h("dialog", { "aria-labelledby": "dialog-title" }, heading);
  let result = null;
  const close = (value) => {
    result = value;
    element.close();
  };
  element.append(...[build(close, element)].flat());
  element.addEventListener("close", () => {
    element.remove();
    resolve(result);
  });
  document.body.append(element);
  element.showModal();
  return promise;
}
