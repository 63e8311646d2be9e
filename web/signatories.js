import { CategoryList } from "./category.js";
import { fill, h } from "./dom.js";

const PAUSE = 250;
const RECENT = 5;
/** The public list: a search over all categories, who signed lately, and the names by category. */
export function signatoriesView(session) {
  const { words, description } = session;
  const lists = description.categories.map((category) => new CategoryList(session, category));
  const input = h("input", { type: "search", id: "undersigned-find", autocomplete: "off", maxlength: "200", dir: "auto", part: "input" });
  const status = h("p", { role: "status", class: "quiet" });
  const recent = h("div", { class: "recent", part: "recent" });
  const search = searchOf(words, lists, input, status);
  const view = h(
    "div",
    { class: "signatories", part: "signatories" },
    h(
      "form",
      { role: "search", class: "find", on: search.on },
      h("label", { for: input.id }, words.text("find.label")),
      input,
      status,
    ),
    recent,
    lists.map(({ element }) => element),
  );
  const load = async (changed) => {
    await Promise.all(changed.map((list) => list.list()));
    await showRecent(session, recent, lists);
  };
  let first = true;
  session.watch((fresh) => {
    const changed = lists.filter((list) => list.update(fresh));
    if (first) load(lists);
    else if (changed.length && !input.value) load(changed);
    first = false;
  });
  /** Loads every name and opens the browser's dialog for printing. */
  view.print = async (progress) => {
    input.value = "";
    for (const list of lists) await list.complete(() => progress(lists.reduce((sum, { shown }) => sum + shown, 0)));
    window.print();
  };
  return view;
}

function searchOf(words, lists, input, status) {
  let typing;
  let searched = 0;
  const find = async () => {
    const typed = input.value.trim();
    const search = ++searched;
    clearTimeout(typing);
    if (!typed) {
      fill(status);
      await Promise.all(lists.map((list) => list.list()));
      return;
    }
    const found = await Promise.all(lists.map((list) => list.find(typed)));
    if (search !== searched) return;
    const count = found.reduce((sum, n) => sum + n, 0);
    fill(status, count ? words.text("find.found", { count }) : words.nodes("find.none", { typed }));
  };
  return {
    on: {
      submit: (event) => {
        event.preventDefault();
        find();
      },
      input: () => {
        clearTimeout(typing);
        typing = setTimeout(find, PAUSE);
      },
    },
  };
}

/** The newest names of all categories; what is short needs no such extract of itself. */
async function showRecent({ words, description }, view, lists) {
  if (description.total <= 2 * RECENT) return fill(view);
  const pages = await Promise.all(lists.map((list) => list.recent(RECENT)));
  const newest = pages
    .flatMap((names) => names.map((name, place) => ({ ...name, place })))
    .sort((a, b) => b.signedOn.localeCompare(a.signedOn) || a.place - b.place)
    .slice(0, RECENT);
  const items = newest.map(({ name, honorific, signedOn }) =>
    h("li", {}, h("bdi", {}, [honorific, name].filter(Boolean).join(" ")), " ", h("span", { class: "quiet" }, ago(words, signedOn))),
  );
  return fill(view, items.length > 0 && [h("h3", {}, words.text("recent.heading")), h("ul", {}, items)]);
}

function ago(words, day) {
  const today = Date.parse(new Date().toISOString().slice(0, 10));
  const days = Math.round((Date.parse(day) - today) / 86_400_000);
  if (days < -30) return words.day(day);
  return new Intl.RelativeTimeFormat(words.language, { numeric: "auto" }).format(Math.min(days, 0), "day");
}
