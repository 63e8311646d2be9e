import { h } from "../dom.js";

/** More comparisons than this take too long to wait for. */
const MOST = 4_000_000;

/** Both texts in one, with what is left out and what is new, word by word. */
export function differences(before, after) {
  const [was, is] = [words(before), words(after)];
  let from = 0;
  while (from < was.length && was[from] === is[from]) from++;
  let end = 0;
  while (end < Math.min(was.length, is.length) - from && was.at(-1 - end) === is.at(-1 - end)) end++;
  const [old, anew] = [was.slice(from, was.length - end), is.slice(from, is.length - end)];
  const middle = old.length * anew.length > MOST ? [["del", old], ["ins", anew]] : steps(old, anew);
  return [["", was.slice(0, from)], ...middle, ["", was.slice(was.length - end)]].filter(([, some]) => some.length)
    .map(([tag, some]) => (tag ? h(tag, {}, some.join("")) : some.join("")));
}

function words(text) {
  return text.split(/(\s+)/).filter(Boolean);
}

/** By the longest sequence of words that both have. */
function steps(was, is) {
  const width = is.length + 1;
  const longest = new Uint16Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      longest[i * width + j] = was[i] === is[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  const found = [];
  const add = (tag, word) => (found.at(-1)?.[0] === tag ? found.at(-1)[1].push(word) : found.push([tag, [word]]));
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) [add("", was[i]), i++, j++];
    else if (j >= is.length || (i < was.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) add("del", was[i++]);
    else add("ins", is[j++]);
  }
  return found;
}
