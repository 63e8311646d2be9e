import { fill, h } from "./dom.js";

/** How many have signed, and how far that is to the goal. */
export function countView(session) {
  const { words } = session;
  const view = h("div", { class: "standing", part: "standing" });
  session.watch(({ total, goal }) => {
    const reached = goal && total >= goal;
    // Nobody who has just confirmed shall read a total without them.
    if (session.counting) return fill(view, h("p", { class: "count", role: "status" }, words.text("count.counting")));
    fill(
      view,
      h("p", { class: "count", part: "count" }, words.nodes("count", { count: total, shown: number(words, total) })),
      goal && h("progress", { part: "progress", max: goal, value: Math.min(total, goal), "aria-label": words.text("goal.label") }),
      goal && h("p", { class: "quiet" }, words.text(reached ? "goal.reached" : "goal.left", { goal, count: goal - total })),
    );
  });
  return view;
}

function number(words, total) {
  return h("strong", { part: "number" }, words.number(total));
}

/** Whether one can sign now, and until when. */
export function stateSentence(words, { state, opensAt, closesAt }) {
  if (state === "paused") return words.text("state.paused");
  if (state !== "open" && opensAt && new Date(opensAt) > new Date())
    return words.text("state.opens", { moment: words.moment(opensAt) });
  if (state !== "open") return words.text("state.closed");
  return closesAt ? words.text("state.closes", { moment: words.moment(closesAt) }) : "";
}

/** A button that opens the platform's own sheet where there is one, and copies the link elsewhere. */
export function shareView(words, description) {
  const url = addressOf(description);
  const status = h("span", { role: "status", class: "quiet" });
  const share = async () => {
    try {
      if (navigator.share) return await navigator.share({ title: description.title, url });
      await navigator.clipboard.writeText(url);
      fill(status, words.text("share.copied"));
    } catch (failure) {
      if (failure.name !== "AbortError") fill(status, words.nodes("share.by-hand", { url }));
    }
  };
  const label = words.text(navigator.share ? "share.share" : "share.copy");
  return h(
    "div",
    { class: "share", part: "share" },
    h("button", { type: "button", class: "plain", part: "button share-button", on: { click: share } }, label),
    status,
  );
}

function addressOf({ page, language, languages }) {
  const url = new URL(page ?? location.href);
  url.hash = "";
  if (!page && languages.length > 1) url.searchParams.set("language", language);
  return url.href;
}
