/* The item browser: filters, list, detail. */
const itemsPage = {list: null, entries: [], parts: null, searchMillis: null};

function itemsView() {
  const place = h("div", {"aria-busy": "true"}, h("h1", {}, t("items.title")), h("p", {}, t("items.loading")));
  run.loaded.then(() => {
    place.removeAttribute("aria-busy");
    replaceContent(place, h("h1", {}, t("items.title")), browser());
    updateItems();
  }).catch(problem => replaceContent(place, h("p", {class: "notice", role: "alert"}, t("items.failed", {problem: problem.message}))));
  return place;
}

function browser() {
  const list = new ItemList(entry => setItem(entry));
  const parts = {
    filters: h("div", {class: "filters"}),
    found: h("p", {class: "faint small", role: "status"}),
    detail: h("div", {class: "detail"}),
  };
  parts.root = h("div", {class: "browser"}, h("div", {class: "list"}, parts.found, list.root), parts.detail);
  itemsPage.list = list;
  itemsPage.parts = parts;
  itemsPage.shown = null;
  return [parts.filters, parts.root];
}

/** What is filtered by, as it stands in the address. */
function itemParams() {
  return Object.fromEntries(["suite", "variant", "subject", "outcome", "flip", "since", "q", "sort"]
    .map(name => [name, route().params.get(name) || ""]).filter(([, value]) => value));
}

/** Draws what has changed since the last time. */
function updateItems() {
  if (!itemsPage.parts || route().view !== "items") return;
  const filter = itemParams(), key = JSON.stringify(filter);
  if (itemsPage.shown !== key) {
    itemsPage.shown = key;
    const started = performance.now();
    itemsPage.entries = find(filter);
    itemsPage.searchMillis = performance.now() - started;
    drawFilters(filter);
    replaceContent(itemsPage.parts.found, t("items.found", {n: count(itemsPage.entries.length), all: count(find({...filter, subject: "", outcome: "", flip: "", since: "", q: "", sort: ""}).length)}));
    itemsPage.list.show(itemsPage.entries, indexOfItem());
  }
  drawDetail();
}

function indexOfItem() {
  const id = route().params.get("item");
  return id ? itemsPage.entries.findIndex(entry => entry.table.id(entry.row) === id) : -1;
}

function setItem(entry) {
  replaceRoute("items", {...itemParams(), item: entry.table.id(entry.row)});
  drawDetail();
}

function drawDetail() {
  const at = indexOfItem(), {detail, root} = itemsPage.parts;
  for (const element of [root, section("items")]) element.classList.toggle("has-item", at >= 0);
  if (at < 0) {
    replaceContent(detail, h("div", {class: "panel faint"}, t("items.choose")));
    return;
  }
  if (itemsPage.list.selected !== at) itemsPage.list.show(itemsPage.entries, at);
  replaceContent(detail, itemDetail(itemsPage.entries[at], {
    step: by => itemsPage.list.select(at + by),
    back: () => {
      replaceRoute("items", itemParams());
      itemsPage.list.selected = -1;
      drawDetail();
      itemsPage.list.draw();
      itemsPage.list.root.focus();
    }
  }));
  if (itemsPage.list.root.offsetParent === null) root.scrollIntoView();
}

/** Rebuilt for each filter but the search field, which would lose what is being typed. */
function drawFilters(filter) {
  const {filters} = itemsPage.parts, change = (name, value) => replaceAndUpdate({...itemParams(), [name]: value});
  let search = filters.querySelector("input");
  if (!search) {
    search = h("input", {type: "search", id: "search", autocomplete: "off", spellcheck: "false", placeholder: t("items.searchHint"),
      oninput: event => change("q", event.target.value)});
    filters.append(h("label", {class: "search"}, t("items.search"), search));
  }
  if (search.value !== (filter.q || "")) search.value = filter.q || "";
  [...filters.children].slice(1).forEach(child => child.remove());
  append(filters, filterPickers(filter, change));
}

function filterPickers(filter, change) {
  const names = suiteNames(), chosen = filter.suite ? chosenVariant(filter.suite, filter.variant) : names.length === 1 ? run.suites[0] : null;
  const variants = [...new Set(run.suites.map(suite => suite.variantName))];
  const subjects = chosen ? chosen.subjects : [];
  const outcomes = OUTCOMES.filter(name => run.suites.some(suite => suite.outcomes[name] > 0));
  const all = text => ["", text];
  return [
    names.length > 1 && picker(t("column.suite"), [all(t("items.all")), ...names.map(name => [name, titleOf(variantsOf(name)[0])])], filter.suite || "",
      value => replaceAndUpdate({...itemParams(), suite: value, subject: ""})),
    variants.length > 1 && picker(t("column.variant"), variants.map(name => [name, name]), filter.variant || variants[0], value => change("variant", value)),
    subjects.length > 1 && picker(t("column.subject"),
      [all(t("items.all")), ...subjects.map(subject => [subject.subject, subjectNames(subject, chosen).join(" ")])], filter.subject || "", value => change("subject", value)),
    outcomes.length > 1 && picker(t("column.outcome"), [all(t("items.all")), ...outcomes.map(name => [name, outcomeName(name)])], filter.outcome || "",
      value => change("outcome", value)),
    hasVariants() && picker(t("items.flip"), [all(t("items.all")), ...["flipped", "lost", "gained", "changed"].map(kind => [kind, t("flip." + kind)])],
      filter.flip || "", value => change("flip", value)),
    hasBaseline() && picker(t("items.since"), [all(t("items.all")), ...["flipped", "lost", "gained"].map(kind => [kind, t("flip." + kind)])],
      filter.since || "", value => change("since", value)),
    picker(t("items.sort"), [["", t("sort.file")], ["sure", t("sort.sure")], ["unsure", t("sort.unsure")]], filter.sort || "", value => change("sort", value))
  ].filter(Boolean);
}

/** Filters don't fill the browser's history; the chosen item stays if it is still found. */
function replaceAndUpdate(params) {
  const item = route().params.get("item");
  replaceRoute("items", item ? {...params, item} : params);
  updateItems();
}
