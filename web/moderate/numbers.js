import { loadWords } from "../languages.js";
import { timelineView } from "../timeline.js";
import { fill, h } from "../dom.js";
import { emailsView } from "./emails.js";
import { choice, field } from "./parts.js";
import { say } from "./more-words.js";

/** How the number of signatures grew, by the public page's own chart, of all or of one category; and how many emails went out. */
export async function show(context) {
  const { api, id, body, definition, categories } = context;
  if (definition.state === "draft") return fill(body, h("p", {}, say("numbers.draft")));
  const [words, days] = await Promise.all([loadWords("en"), all(api, `/statements/${encodeURIComponent(id)}`)]);
  const drawn = h("div");
  const draw = async (category) => {
    const some = category ? days.map(({ day, categories: counts }) => ({ day, total: counts[category] ?? 0 })) : days;
    fill(drawn, (await timelineView({ words, api: { timeline: async () => some } })) ?? h("p", {}, say("numbers.few")));
  };
  const options = [...categories].map(([key, name]) => [key, `${name} (${say("numbers.signed", { count: sum(days, ({ categories: counts }) => counts[key] ?? 0) })})`]);
  const everyone = ["", say("category.all", { count: sum(days, ({ total }) => total) })];
  fill(body, h("h2", {}, say("numbers.signatures")), field(say("category"), choice([everyone, ...options], "", draw)), drawn, emailsView(context));
  await draw("");
}

async function all(api, path) {
  const days = [];
  for (let next = "timeline"; next; ) {
    const page = await api.json(`${path}/${next}`, { open: true });
    days.push(...page.days);
    next = page.next;
  }
  return days;
}

function sum(days, number) {
  return days.reduce((total, day) => total + number(day), 0);
}
