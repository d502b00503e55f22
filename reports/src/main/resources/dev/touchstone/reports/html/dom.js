/* Makes elements. Texts become text nodes, never markup: what items contain can't become part of the page's code. */
const SVG = "http://www.w3.org/2000/svg";

/** h("p", {class: "note", onclick: f, style: {width: "3%"}}, "text", element, null) */
function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

function replaceContent(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** A select with its label; options are [value, text]. */
function picker(label, options, value, onchange) {
  const select = h("select", {onchange: event => onchange(event.target.value)},
    options.map(([key, text]) => h("option", {value: key, selected: String(key) === String(value)}, text)));
  return h("label", {}, label, select);
}

/** Facts as a definition list; pairs without a value are left out. */
function facts(pairs) {
  return h("dl", {class: "facts"}, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

function panel(title, ...children) {
  return h("section", {class: "panel"}, title ? h("h2", {}, title) : null, children);
}
