/* Diagrams as SVG. Each has its content in words for those who can't see it. */
const WIDTH = 460, HEIGHT = 340, LEFT = 58, RIGHT = 16, TOP = 34, BOTTOM = 48;

/** A plane with axes. x and y are {from, to, ticks: [values], text(value), label, log}. */
class Plane {
  constructor({x, y, label}) {
    this.x = x;
    this.y = y;
    this.root = svg("svg", {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label});
    this.drawAxes();
  }

  px(value) { return LEFT + (WIDTH - LEFT - RIGHT) * share(this.x, value); }

  py(value) { return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share(this.y, value); }

  drawAxes() {
    const bottom = HEIGHT - BOTTOM, right = WIDTH - RIGHT;
    for (const tick of this.y.ticks) {
      const at = this.py(tick);
      this.add("line", {class: "grid", x1: LEFT, x2: right, y1: at, y2: at});
      this.text(LEFT - 7, at + 4, this.y.text(tick), {"text-anchor": "end", class: "faint-text"});
    }
    for (const tick of this.x.ticks) {
      const at = this.px(tick);
      this.add("line", {class: "axis", x1: at, x2: at, y1: bottom, y2: bottom + 4});
      this.text(at, bottom + 18, this.x.text(tick), {"text-anchor": "middle", class: "faint-text"});
    }
    this.add("line", {class: "axis", x1: LEFT, x2: right, y1: bottom, y2: bottom});
    this.text((LEFT + right) / 2, HEIGHT - 8, this.x.label, {"text-anchor": "middle"});
    this.text(0, 14, this.y.label);
  }

  add(tag, attributes, ...children) {
    const element = svg(tag, attributes, ...children);
    this.root.append(element);
    return element;
  }

  text(x, y, text, attributes) {
    return this.add("text", {x, y, ...attributes}, text);
  }

  path(points, className) {
    return this.add("path", {class: className, d: points.map(([x, y], i) => `${i ? "L" : "M"}${this.px(x)} ${this.py(y)}`).join("")});
  }

  /** A dot with its interval. */
  point(x, y, ci, hint) {
    if (ci) this.add("line", {class: "whisker", x1: this.px(x), x2: this.px(x), y1: this.py(ci[0]), y2: this.py(ci[1])});
    this.add("circle", {class: "dot", cx: this.px(x), cy: this.py(y), r: 5}, svg("title", {}, hint));
  }
}

function share(axis, value) {
  const scale = axis.log ? Math.log2 : number => number;
  return (scale(value) - scale(axis.from)) / (scale(axis.to) - scale(axis.from));
}

/** From 0 to 100 %. */
function shareAxis(label) {
  return {from: 0, to: 1, ticks: [0, .2, .4, .6, .8, 1], text: value => percent(value, 0), label};
}

/** A share's axis that shows only where there is something, on round numbers. */
function closeShareAxis(values, label) {
  const low = Math.min(...values), high = Math.max(...values);
  const step = [.01, .02, .05, .1, .2].find(size => (high - low) / size <= 5) ?? .2;
  const from = Math.max(0, Math.floor(low / step) * step), to = Math.min(1, Math.ceil(high / step) * step);
  const ticks = Array.from({length: Math.round((to - from) / step) + 1}, (_, i) => from + i * step);
  return {from, to: to > from ? to : from + step, ticks, text: value => percent(value, 0), label};
}

/** Any numbers, only where there is something; ticks are round. */
function closeAxis(values, label) {
  const low = Math.min(...values), high = Math.max(...values), span = high > low ? high - low : Math.abs(low) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4)), step = power * [1, 2, 5, 10].find(size => span / (size * power) <= 5);
  const from = Math.floor(low / step), to = Math.max(from + 1, Math.ceil(high / step));
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return {from: from * step, to: to * step, ticks: Array.from({length: to - from + 1}, (_, i) => (from + i) * step), text: value => decimal(value, digits), label};
}

/** Percentage points around 0. */
function differenceAxis(values, label) {
  const most = Math.max(...values.map(Math.abs), .005), step = [.005, .01, .02, .05, .1, .2, .5].find(size => most / size <= 4) ?? 1;
  const to = Math.ceil(most / step) * step, ticks = [];
  for (let i = -Math.round(to / step); i <= Math.round(to / step); i++) ticks.push(i * step);
  return {from: -to, to, ticks, text: value => difference(value, step < .01 ? 1 : 0), label};
}

/** From 0 on, in round steps. */
function positiveAxis(values, label) {
  const most = Math.max(...values, 1e-6), size = 10 ** Math.floor(Math.log10(most)), step = [.2, .5, 1, 2].map(part => part * size).find(each => most / each <= 5);
  const ticks = Array.from({length: Math.ceil(most / step) + 1}, (_, i) => i * step);
  return {from: 0, to: ticks[ticks.length - 1], ticks, text: value => String(Number(value.toPrecision(3))), label};
}

/** Doubling steps. */
function doublingAxis(values, label, text) {
  const from = 2 ** Math.floor(Math.log2(Math.min(...values))), to = 2 ** Math.ceil(Math.log2(Math.max(...values)));
  const ticks = [];
  for (let tick = from; tick <= to; tick *= 2) ticks.push(tick);
  return {from: from / 1.15, to: to * 1.15, ticks, text, label, log: true};
}

/** A diagram, and below it the same as a table for those who want the numbers. */
function chart(root, table) {
  return h("div", {class: "chart"}, root, table ? h("details", {}, h("summary", {}, t("chart.numbers")), table) : null);
}

function plainTable(label, head, rows) {
  return h("div", {class: "scroll", role: "region", "aria-label": label, tabindex: 0}, h("table", {"aria-label": label},
    h("thead", {}, h("tr", {}, head.map((text, i) => h("th", {scope: "col", class: i ? "number" : null}, text)))),
    h("tbody", {}, rows.map(row => h("tr", {}, row.map((text, i) =>
      h(i ? "td" : "th", {scope: i ? null : "row", class: i ? "number" : null}, text)))))));
}
