import { h, svg } from "./dom.js";

const WIDTH = 640;
const HEIGHT = 200;
const MOST_ROWS = 31;

/** How the number of signatures grew, as a line and as a table; null when there is no growth to show. */
export async function timelineView({ api, words }) {
  const days = (await api.timeline()).filter(({ total }) => total !== 0);
  if (days.length < 2) return null;
  const points = grown(days);
  return h(
    "figure",
    { class: "timeline", part: "timeline" },
    h("figcaption", {}, words.text("timeline.heading")),
    chart(points, words),
    h("details", {}, h("summary", {}, words.text("timeline.table")), table(points, words)),
  );
}

/** By day, in order: how many signed on it and how many had by its end. */
function grown(days) {
  let all = 0;
  return [...days]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ day, total }) => ({ day, added: total, all: (all += total) }));
}

function chart(points, words) {
  const [first, last] = [points[0], points.at(-1)];
  const [from, to] = [Date.parse(first.day), Date.parse(last.day)];
  const top = Math.max(...points.map(({ all }) => all));
  const x = ({ day }) => round(((Date.parse(day) - from) / (to - from)) * WIDTH);
  const y = ({ all }) => round(HEIGHT - (all / top) * (HEIGHT - 24));
  const steps = points.map((point, i) => (i ? `H${x(point)}V${y(point)}` : `M${x(point)} ${y(point)}`)).join("");
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT + 4}`, role: "img", "aria-label": summary(first, last, words) },
    svg("path", { class: "area", d: `${steps}V${HEIGHT}H0Z` }),
    svg("path", { class: "line", d: steps }),
    svg("path", { class: "axis", d: `M0 ${HEIGHT}H${WIDTH}` }),
  );
  const ends = h("p", { class: "ends", "aria-hidden": "true" }, [first, last].map(({ day, all }) =>
    h("span", {}, h("bdi", {}, words.day(day, { dateStyle: "medium" })), h("br"), h("strong", {}, words.number(all))),
  ));
  return h("div", { class: "chart", dir: "ltr" }, drawing, ends);
}

function summary(first, last, words) {
  return words.text("timeline.summary", {
    from: words.day(first.day),
    to: words.day(last.day),
    first: first.all,
    last: last.all,
  });
}

/** By day, or by month where there are very many days. */
function table(points, words) {
  const months = points.length > MOST_ROWS;
  const rows = (months ? byMonth(points) : points).toReversed();
  const shown = months ? { year: "numeric", month: "long" } : { dateStyle: "long" };
  const header = ["timeline.when", "timeline.added", "timeline.all"].map((key) => h("th", { scope: "col" }, words.text(key)));
  const body = rows.map(({ day, added, all }) =>
    h("tr", {}, h("th", { scope: "row" }, words.day(day, shown)), h("td", {}, words.number(added)), h("td", {}, words.number(all))),
  );
  return h("table", {}, h("thead", {}, h("tr", {}, header)), h("tbody", {}, body));
}

function byMonth(points) {
  const months = new Map();
  for (const { day, added, all } of points) {
    const month = day.slice(0, 7);
    months.set(month, { day, added: added + (months.get(month)?.added ?? 0), all });
  }
  return [...months.values()];
}

function round(value) {
  return Math.round(value * 10) / 10;
}
