import { fill, h } from "../dom.js";
import { button, fault } from "./parts.js";
import { say } from "./more-words.js";

/** Fetches page after page and hands them over as one file. */
export async function show({ api, path, body, isAdministrator }) {
  const told = h("p", { role: "status" });
  const make = async () => {
    const pieces = [];
    let count = 0;
    try {
      for (let next = "export?limit=1000"; next; ) {
        const answer = await api.call(`${path}/${next}`, { accept: "text/csv" });
        const text = await answer.text();
        const rows = text.replace(/^\uFEFF/, "");
        const headed = rows.indexOf("\r\n") + 2;
        count += records(rows) - 1;
        pieces.push(pieces.length ? rows.slice(headed) : `\uFEFF${rows}`);
        fill(told, say("export.progress", { count }));
        next = /<([^>]*)>; rel="next"/.exec(answer.headers.get("Link") ?? "")?.[1];
      }
    } catch (failure) {
      return fill(told, fault(failure, make));
    }
    const file = `signatories-${new Date().toISOString().slice(0, 10)}.csv`;
    const href = URL.createObjectURL(new Blob(pieces, { type: "text/csv" }));
    fill(told, h("a", { href, download: file, class: "button" }, say("export.save", { file, count })));
  };
  fill(body, h("p", {}, say("export.about")), isAdministrator && h("p", { class: "notice" }, say("export.about.administrator")), button(say("export.do"), make), told);
}

/** How many records a CSV has; a line break in quotation marks ends none. */
function records(csv) {
  let count = 0;
  let quoted = false;
  for (const character of csv) {
    if (character === '"') quoted = !quoted;
    else if (character === "\n" && !quoted) count++;
  }
  return count;
}
