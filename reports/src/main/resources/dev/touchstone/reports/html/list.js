/* The list of found items. Only those in sight are in the page, so that fifteen thousand are as quick as fifteen. */
const ENTRY_HEIGHT = 56, ENTRIES_BEYOND = 8;

class ItemList {
  constructor(onselect) {
    this.entries = [];
    this.selected = -1;
    this.onselect = onselect;
    this.space = h("div", {class: "space", role: "presentation"});
    this.root = h("div", {
      class: "window", role: "listbox", tabindex: 0, "aria-label": t("items.list"),
      onscroll: () => this.draw(), onkeydown: event => this.key(event)
    }, this.space);
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  show(entries, selected) {
    this.entries = entries;
    this.selected = selected;
    this.space.style.height = entries.length * ENTRY_HEIGHT + "px";
    this.root.scrollTop = selected < 0 ? 0 : Math.max(0, selected * ENTRY_HEIGHT - 3 * ENTRY_HEIGHT);
    this.draw();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.root.scrollTop / ENTRY_HEIGHT) - ENTRIES_BEYOND);
    const last = Math.min(this.entries.length, first + Math.ceil((this.root.clientHeight || 600) / ENTRY_HEIGHT) + 2 * ENTRIES_BEYOND);
    const rows = [];
    for (let i = first; i < last; i++) rows.push(this.row(i));
    replaceContent(this.space, rows);
    if (this.selected >= first && this.selected < last) this.root.setAttribute("aria-activedescendant", "entry-" + this.selected);
    else this.root.removeAttribute("aria-activedescendant");
    replaceEmptyNotice(this.root, this.entries.length === 0);
  }

  row(i) {
    const {table, row} = this.entries[i], outcome = table.outcome(row);
    return h("div", {
      class: "entry", role: "option", id: "entry-" + i, "aria-selected": String(i === this.selected),
      "aria-setsize": this.entries.length, "aria-posinset": i + 1, style: {top: i * ENTRY_HEIGHT + "px"},
      onclick: () => this.select(i)
    },
    h("span", {class: "sign " + outcome, role: "img", "aria-label": outcomeName(outcome, isOfChecks(table.suite))}, SIGNS[outcome]),
    h("span", {class: "about"}, h("span", {}, table.id(row)), h("span", {title: t("items.answerHint")}, answerInShort(table, row))),
    h("span", {class: "text", lang: table.suite.language}, snippet(table, row)));
  }

  select(i) {
    if (i < 0 || i >= this.entries.length) return;
    this.selected = i;
    this.intoSight(i);
    this.draw();
    this.onselect(this.entries[i]);
  }

  intoSight(i) {
    const top = i * ENTRY_HEIGHT, height = this.root.clientHeight;
    if (top < this.root.scrollTop) this.root.scrollTop = top;
    else if (top + ENTRY_HEIGHT > this.root.scrollTop + height) this.root.scrollTop = top + ENTRY_HEIGHT - height;
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.root.clientHeight / ENTRY_HEIGHT) - 1);
    const to = {
      ArrowDown: this.selected + 1, ArrowUp: this.selected - 1, PageDown: this.selected + page, PageUp: this.selected - page,
      Home: 0, End: this.entries.length - 1
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.select(Math.min(this.entries.length - 1, Math.max(0, to)));
  }
}

function replaceEmptyNotice(root, isEmpty) {
  root.querySelector(".empty")?.remove();
  if (isEmpty) root.append(h("div", {class: "empty", role: "option", "aria-selected": "false"}, t("items.none")));
}

/** The beginning of what the item asks, in one line. */
function snippet(table, row) {
  return run.questions.own(table.get("question", row)).slice(0, 300).replace(/\s+/g, " ").trim().slice(0, 160);
}

function answerInShort(table, row) {
  const answer = table.get("answer", row), gold = table.get("gold", row);
  if (Number.isInteger(gold) && table.get("loglikelihoods", row)?.length) {
    return answer === gold ? letter(answer) : letter(answer) + " → " + letter(gold);
  }
  const prediction = table.get("prediction", row);
  if (isNumber(prediction)) return decimal(prediction, 2) + " / " + decimal(gold, 2);
  return answer === undefined ? "" : String(answer).slice(0, 24);
}
