import { fill, h } from "../dom.js";
import { button, fault } from "./parts.js";
import { say } from "./more-words.js";

const NUMBERS = { sent: ({ sent }) => sent, bounced: ({ bounced }) => bounced, complaints: ({ complaints }) => complaints, mailbox: ({ refused }) => refused.mailbox, network: ({ refused }) => refused.network };
const DAYS = 14;

/** How many emails were sent, came back and were refused: of the last year in all, and by day. */
export function emailsView({ api, path }) {
  const body = h("div");
  const load = async () => {
    fill(body, h("p", { role: "status" }, say("loading")));
    try {
      const { days } = await api.json(`${path}/emails`);
      fill(body, days.length ? table(days.toReversed()) : h("p", {}, say("emails.none")));
    } catch (failure) {
      fill(body, fault(failure, load));
    }
  };
  load();
  return h("section", {}, h("h2", {}, say("emails")), body);
}

function table(days) {
  const names = Object.keys(NUMBERS);
  const row = (head, numbers) => h("tr", {}, h("th", { scope: "row" }, head), numbers.map((number) => h("td", {}, say("number", { number }))));
  const all = row(say("emails.all"), names.map((name) => days.reduce((sum, day) => sum + NUMBERS[name](day), 0)));
  const rows = days.map((day) => row(date(day.day), names.map((name) => NUMBERS[name](day))));
  const body = h("tbody", {}, all, rows.slice(0, DAYS));
  const more = rows.length > DAYS && h("p", {}, button(say("more"), () => {
    body.append(...rows.slice(DAYS));
    more.remove();
    rows[DAYS].tabIndex = -1;
    rows[DAYS].focus();
  }, { class: "plain" }));
  return [
    h("div", { class: "wide numbers", tabindex: 0, role: "region", "aria-label": say("emails") },
      h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("emails.day")), names.map((name) => h("th", { scope: "col" }, say(`emails.${name}`))))), body)),
    more, h("p", { class: "quiet" }, say("emails.about")),
  ];
}

function date(day) {
  return new Date(day).toLocaleDateString("en-GB", { dateStyle: "medium", timeZone: "UTC" });
}
