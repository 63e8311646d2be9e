/** An element; `on` holds listeners, other properties are attributes (false and null leave one out). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** The same in SVG. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Replaces what a node holds; `nodes` may be strings. */
export function fill(element, ...nodes) {
  element.replaceChildren(...nodes.flat().filter((node) => node != null && node !== false));
  return element;
}

/** Moves the focus to what may not be focusable by itself. */
export function focus(element, options) {
  if (!element) return;
  if (!element.matches("a[href], button, input, [tabindex]")) element.tabIndex = -1;
  element.focus(options);
}

/** What the browser keeps for this tab; an embedded page may be allowed nothing. */
export const tab = {
  read(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Then it lasts until the page is left.
    }
  },
};
