/* Views, addresses, language and colours. */
const VIEWS = {
  overview: overviewView, results: resultsView, quality: qualityView, variants: variantsView, baseline: baselineView, items: itemsView, provenance: provenanceView
};
const THEMES = ["auto", "light", "dark"];

/** The address after the number sign: #items?suite=ceval&outcome=wrong. */
function route() {
  const [view, query] = location.hash.slice(1).split("?");
  return {view: view in VIEWS && isOffered(view) ? view : "overview", params: new URLSearchParams(query || "")};
}

function address(view, params = {}) {
  const kept = Object.entries(params).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return "#" + view + (kept.length ? "?" + new URLSearchParams(kept) : "");
}

function go(view, params) {
  location.hash = address(view, params);
}

/** Without a new entry in the browser's history. */
function replaceRoute(view, params) {
  history.replaceState(null, "", address(view, params));
}

function isOffered(view) {
  return view === "variants" ? hasVariants() : view === "baseline" ? hasBaseline() : true;
}

function section(view) {
  return document.getElementById("view-" + view);
}

/** All views stand in the page, so that printing has them; the others are hidden. */
function drawAll() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.getElementById("skip").textContent = t("app.skip");
  drawTools();
  const main = document.getElementById("main");
  replaceContent(main, Object.keys(VIEWS).filter(isOffered).map(view =>
    h("section", {class: "view", id: "view-" + view, "aria-label": t("view." + view), hidden: true})));
  for (const view of Object.keys(VIEWS).filter(isOffered)) drawView(view, view === route().view ? route().params : new URLSearchParams());
  showView(false);
}

function drawView(view, params) {
  section(view).dataset.params = params.toString();
  replaceContent(section(view), VIEWS[view](params));
}

/** The view of the address; results and quality depend on what follows it. */
function showView(isMove) {
  const {view, params} = route();
  for (const other of Object.keys(VIEWS).filter(isOffered)) section(other).hidden = other !== view;
  if (["results", "quality"].includes(view) && section(view).dataset.params !== params.toString()) drawView(view, params);
  if (view === "items") updateItems();
  drawNavigation(view);
  if (isMove) {
    window.scrollTo(0, 0);
    document.getElementById("main").focus({preventScroll: true});
  }
}

function drawNavigation(current) {
  const nav = document.getElementById("views");
  nav.setAttribute("aria-label", t("app.views"));
  replaceContent(nav, Object.keys(VIEWS).filter(isOffered).map(view =>
    h("a", {href: "#" + view, "aria-current": view === current ? "page" : null}, t("view." + view))));
}

function drawTools() {
  const other = languages[(languages.indexOf(language) + 1) % languages.length];
  replaceContent(document.getElementById("tools"),
    h("button", {type: "button", id: "language", lang: other, onclick: () => chooseLanguage(other)}, strings[other]["app.language"]),
    h("button", {type: "button", id: "theme", onclick: nextTheme, title: t("app.theme")}, t("theme." + theme())));
}

function chooseLanguage(next) {
  language = next;
  preferences.write("language", next);
  drawAll();
  document.getElementById("language").focus();
}

function theme() {
  const kept = document.documentElement.dataset.theme;
  return THEMES.includes(kept) ? kept : "auto";
}

function nextTheme() {
  setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
  drawTools();
  document.getElementById("theme").focus();
}

function setTheme(next) {
  preferences.write("theme", next);
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

/** A slash goes to the search, as in many programs. */
function shortcut(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
  const search = document.getElementById("search");
  if (route().view === "items" && search) {
    event.preventDefault();
    search.focus();
  }
}

function start() {
  setTheme(THEMES.includes(preferences.read("theme")) ? preferences.read("theme") : "auto");
  run.loaded = new Promise(resolve => setTimeout(resolve)).then(loadItems).then(() => {
    run.loadedAt = performance.now();
    setTimeout(index.build);
  });
  drawAll();
  window.addEventListener("hashchange", () => showView(true));
  document.addEventListener("keydown", shortcut);
  document.getElementById("skip").addEventListener("click", event => {
    event.preventDefault();
    document.getElementById("main").focus();
  });
}

start();
