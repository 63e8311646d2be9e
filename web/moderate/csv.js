const SEPARATORS = [",", ";", "\t", "|"];

/** The text of a file in UTF-8, UTF-16 or, where it is neither, what spreadsheets of the West write: Windows-1252. */
export function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}

/** Rows of cells (RFC 4180), each with the line on which it begins; `unclosed` is the line of a quotation mark that nobody closes. */
export function parse(given) {
  const text = given.replace(/^\uFEFF+/, "").replace(/\r\n?/g, "\n");
  const named = /^"?sep=([,;\t|])"?\n/i.exec(text);
  const separator = named?.[1] ?? guess(text);
  const rows = [];
  let [cells, cell, quoted, line, begun, quote] = [[], "", false, named ? 2 : 1, named ? 2 : 1, 0];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim())) rows.push({ line: begun, cells });
    [cells, cell] = [[], ""];
  };
  for (let at = named?.[0].length ?? 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") line++;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (character === '"' && !cell) [quoted, quote] = [true, line];
    else if (character === separator) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") {
      endRow();
      begun = line;
    } else cell += character;
  }
  if (quoted) return { rows, separator, unclosed: quote };
  endRow();
  return { rows, separator };
}

function guess(text) {
  const head = text.slice(0, 10_000).replace(/"[^"]*"/g, "x").split("\n").find((line) => line.replace(/[,;|]/g, "").trim()) ?? "";
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/** One line a row: a line break in a cell is a space. */
export function write(rows) {
  return rows.map((cells) => cells.map((cell) => `"${cell.replace(/\s*\n\s*/g, " ").replaceAll('"', '""')}"`).join(",")).join("\r\n") + "\r\n";
}
