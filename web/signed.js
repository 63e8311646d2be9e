import { fill, focus, h } from "./dom.js";
import { Field, bareAddress } from "./fields.js";
import { shareView } from "./standing.js";

/**
 * What to do after signing. The address is known until the page is left; `again` leads back to the form, with what was
 * typed or (`anew`) without.
 */
export function signedView(context, { email, category }, again) {
  const { words, description } = context;
  const admission = description.categories.find(({ id }) => id === category)?.admission;
  const address = email && h("strong", { dir: "ltr", part: "address" }, bareAddress(email));
  const button = (key, next) =>
    h("button", { type: "button", class: "plain", part: "button", on: { click: () => again(next) } }, words.text(key));
  return h(
    "div",
    { class: "signed", part: "signed" },
    h("h3", { tabindex: "-1" }, words.text("signed.heading")),
    h("p", {}, email ? words.nodes("signed.sent", { email: address }) : words.text("signed.sent-earlier")),
    h("p", {}, words.text("signed.confirm"), admission === "reviewed" && ` ${words.text("signed.review")}`),
    h(
      "details",
      { part: "missing" },
      h("summary", {}, words.text("missing.heading")),
      h(
        "ul",
        {},
        h("li", {}, words.text("missing.wait")),
        h("li", {}, words.text("missing.spam")),
        email && h("li", {}, words.text("missing.address"), " ", button("missing.correct", { anew: false })),
      ),
      statusView(context, email),
    ),
    h("h4", {}, words.text("share.heading")),
    shareView(words, description),
    h("p", { class: "again" }, button("signed.another", { anew: true })),
  );
}

/** A small form that has an email sent: where the signatures of that address stand, with their links. */
export function statusView({ api, words }, email) {
  const field = new Field(words, "email", { autocomplete: "email", type: "email" });
  const status = h("p", { role: "status", class: "quiet", tabindex: "-1" });
  const button = h("button", { type: "submit", class: "plain", part: "button" }, words.text("status.submit"));
  field.ask("email", { required: true });
  field.input.value = email ?? "";
  const submit = async (event) => {
    event.preventDefault();
    const fault = field.check();
    field.fault(fault);
    if (fault) return field.input.focus();
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    fill(status, words.text("submit.sending"));
    try {
      await api.requestStatus(field.value);
      fill(status, words.nodes("status.sent", { email: field.value }));
    } catch (failure) {
      if (failure.kind === "invalid") field.fault(words.text("invalid.email"));
      fill(status, failure.kind === "invalid" ? "" : words.text(`failure.${failure.kind ?? "server"}`));
    } finally {
      button.removeAttribute("aria-disabled");
      focus(status.textContent ? status : field.input);
    }
  };
  return h(
    "form",
    { class: "status", part: "status", novalidate: true, on: { submit } },
    h("p", {}, words.text("status.explain")),
    field.element,
    button,
    status,
  );
}
