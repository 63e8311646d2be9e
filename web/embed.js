import "./elements.js";
import { h } from "./dom.js";
import { direction } from "./languages.js";

// embed.html?show=count,form,signatories&language=fr&statement=…&accent=%23803000&scheme=light
const query = new URLSearchParams(location.search);
const KINDS = ["count", "form", "signatories"];
const root = document.documentElement;
const language = query.get("language");

if (language) root.lang = language;
if (language) root.dir = direction(language);
for (const name of ["accent", "ink", "paper"])
  if (CSS.supports("color", query.get(name) ?? "")) root.style.setProperty(`--undersigned-${name}`, query.get(name));
if (["light", "dark"].includes(query.get("scheme"))) root.style.colorScheme = query.get("scheme");

const shown = (query.get("show") ?? "form").split(",").filter((kind) => KINDS.includes(kind));
document
  .getElementById("embed")
  .append(...shown.map((kind) => h(`undersigned-${kind}`, { language, statement: query.get("statement") })));

// The height is no secret: any page may frame this one.
new ResizeObserver(() => {
  parent.postMessage({ type: "undersigned:height", height: Math.ceil(root.getBoundingClientRect().height) }, "*");
}).observe(root);
