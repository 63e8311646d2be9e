import { fill, focus, h } from "../dom.js";
import { decode, parse, write } from "./csv.js";
import { button, choice, fault, field, typed } from "./parts.js";
import { say } from "./more-words.js";

const COLUMNS = ["category", "name", "honorific", "affiliation", "sort_as", "signed_on"];
const NAMED = {
  category: /^(category|categorie|catégorie|kategorie|section|type)$/i, name: /^(name|full name|nom|nombre|organi[sz]ation)$/i,
  honorific: /^(honorific|title|titre|titel)$/i, affiliation: /^(affiliation|institution|role|position)$/i,
  sort_as: /^(sort[ _-]?as|last name|family name|surname)$/i, signed_on: /^(signed[ _-]?on|date|signed)$/i,
};
const AT_ONCE = 500;

export async function show(context) {
  if (!context.isAdministrator) return fill(context.body, h("p", { class: "notice" }, say("administrators")));
  new Import(context).ask();
}

/** A file, what is in which column, a preview, the import: each step stands under the one before. */
class Import {
  #context;
  #mapping = h("div");
  #result = h("div", { role: "status" });
  #source = h("input", { autocomplete: "off", maxlength: 200, required: true });
  #columns;
  #everyone;
  #listed;
  #rows;
  #values;

  constructor(context) {
    this.#context = context;
  }

  ask() {
    const file = h("input", { type: "file", accept: ".csv,.tsv,.txt,text/csv", on: { change: () => this.#read(file.files[0]) } });
    const over = (is) => (event) => {
      event.preventDefault();
      zone.classList.toggle("over", is);
    };
    const drop = (event) => {
      over(false)(event);
      this.#read(event.dataTransfer.files[0]);
    };
    const zone = h("div", { class: "drop", on: { dragover: over(true), dragleave: over(false), drop } }, field(say("import.file"), file));
    fill(this.#context.body, zone, this.#mapping, this.#result);
  }

  async #read(file) {
    if (!file) return;
    fill(this.#result);
    const { text, encoding } = decode(new Uint8Array(await file.arrayBuffer()));
    const { rows, separator, unclosed } = parse(text);
    if (unclosed) return fill(this.#mapping, h("p", { class: "notice bad", role: "alert" }, say("import.unclosed", { line: unclosed })));
    if (rows.length < 2) return fill(this.#mapping, h("p", { class: "notice bad", role: "alert" }, say("import.no-rows")));
    const [head, ...rest] = rows;
    this.#rows = rest;
    this.#listed = head.cells.findIndex((name) => /^listed$/i.test(name.trim()));
    this.#source.value ||= file.name.replace(/\.\w+$/, "");
    const found = h("p", { class: "notice", tabindex: -1 }, say("import.found", { rows: rest.length, separator: say(`separator.${separator}`), encoding }));
    fill(this.#mapping, found, field(say("import.source"), this.#source, say("import.source.hint")), this.#columnsView(head.cells), button(say("import.preview"), () => this.#run(true)));
    focus(found);
  }

  #columnsView(head) {
    const options = [["", say("import.none")], ...head.map((name, index) => [String(index), name || `${index + 1}`])];
    const values = h("div", { class: "map" });
    this.#columns = Object.fromEntries(COLUMNS.map((column) => {
      const index = head.findIndex((name) => NAMED[column].test(name.trim()));
      return [column, choice(options, index < 0 ? "" : String(index))];
    }));
    const everyone = [...this.#context.categories].map(([id, name]) => [`all:${id}`, `${say("import.everyone")}: ${name}`]);
    this.#everyone = this.#columns.category;
    this.#everyone.append(...everyone.map(([value, words]) => h("option", { value }, words)));
    if (!this.#everyone.value) this.#everyone.value = everyone[0][0];
    this.#everyone.addEventListener("change", () => this.#valuesView(values));
    this.#mapping.onchange = () => fill(this.#result);
    this.#valuesView(values);
    return h("fieldset", {}, h("legend", {}, say("import.columns")), h("div", { class: "map" }, COLUMNS.map((column) => field(say(`column.${column}`), this.#columns[column]))), values);
  }

  /** Which category each word in the file's column means. */
  #valuesView(container) {
    const index = this.#everyone.value;
    const words = index.startsWith("all:") ? [] : [...new Set(this.#rows.map(({ cells }) => (cells[index] ?? "").trim()))].slice(0, 50);
    const options = [["", say("import.skip")], ...this.#context.categories];
    this.#values = new Map(words.map((word) => {
      const same = [...this.#context.categories].find(([id, name]) => [id, name].some((known) => known.toLowerCase() === word.toLowerCase()));
      return [word, choice(options, same?.[0] ?? "")];
    }));
    fill(container, [...this.#values].map(([value, select]) => field(say("import.categories", { value }), select)));
  }

  /** What is sent: rows in the API's columns, each with its line and cells in the file. Whom an export says not to list is not. */
  #prepared() {
    const cell = (cells, column) => (this.#columns[column].value === "" ? "" : (cells[this.#columns[column].value] ?? ""));
    const all = this.#everyone.value.startsWith("all:") ? this.#everyone.value.slice(4) : null;
    return this.#rows.flatMap(({ line, cells }) => {
      const category = all ?? this.#values.get(cell(cells, "category").trim())?.value;
      const listed = this.#listed < 0 ? "" : (cells[this.#listed] ?? "");
      return category ? [{ line, cells, sent: [category, ...COLUMNS.slice(1).map((column) => cell(cells, column)), listed] }] : [];
    });
  }

  async #run(dryRun) {
    const rows = this.#prepared();
    const source = this.#source.value.trim();
    if (!this.#columns.name.value || !rows.length || !source) return fill(this.#result, h("p", { class: "notice bad" }, say("import.needs")));
    const total = { imported: 0, unchanged: 0, rejected: [] };
    const bar = h("progress", { max: rows.length, value: 0, "aria-label": say("view.import") });
    const told = h("p");
    fill(this.#result, bar, told);
    try {
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        fill(told, say("import.progress", { done: from, all: rows.length }));
        const piece = rows.slice(from, from + AT_ONCE);
        const query = new URLSearchParams({ source, dryRun });
        const report = await this.#context.api.json(`${this.#context.path}/imports?${query}`, { method: "POST", type: "text/csv", body: write([[...COLUMNS, "listed"], ...piece.map(({ sent }) => sent)]) });
        total.imported += report.imported;
        total.unchanged += report.unchanged;
        total.rejected.push(...report.rejected.map(({ line, errors }) => ({ row: piece[line - 2], errors })));
        bar.value = from + piece.length;
      }
    } catch (failure) {
      return fill(this.#result, fault(failure, () => this.#run(dryRun)));
    }
    this.#report(total, dryRun);
  }

  #report({ imported, unchanged, rejected }, dryRun) {
    const words = say(dryRun ? "import.would" : "import.did", { imported, unchanged, rejected: rejected.length });
    const wrong = ({ row, errors }) => h("li", {}, h("strong", {}, say("import.line", { line: row?.line ?? "" })), ": ", typed(row?.cells.join(" · ")),
      h("ul", {}, errors.map(({ field: name, message }) => h("li", {}, `${say.has(`column.${name}`) ? say(`column.${name}`) : name} ${message}`))));
    fill(this.#result, h("p", { class: "notice" }, words), rejected.length > 0 && [h("h2", {}, say("import.wrong")), h("ul", { class: "wrong" }, rejected.map(wrong))],
      dryRun && imported > 0 && button(say("import.do", { count: imported }), () => this.#run(false)));
    this.#result.scrollIntoView({ block: "nearest" });
  }
}
