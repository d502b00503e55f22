/* What the page says. The language follows the browser until it is chosen. */
const strings = JSON.parse(document.getElementById("strings").textContent);
const languages = Object.keys(strings);
const preferences = {
  /** Storage can be forbidden, as for some browsers' local files: then a choice lasts as long as the page. */
  read(key) {
    try { return localStorage.getItem("touchstone." + key); } catch (refused) { return null; }
  },
  write(key, value) {
    try { localStorage.setItem("touchstone." + key, value); } catch (refused) { /* lasts as long as the page */ }
  }
};

let language = chosenLanguage();

function chosenLanguage() {
  const wanted = [preferences.read("language"), ...(navigator.languages || [navigator.language])];
  for (const tag of wanted) {
    const found = languages.find(known => tag && tag.toLowerCase().split("-")[0] === known);
    if (found) return found;
  }
  return languages[0];
}

/** The text for a key, with {name} replaced by values. */
function t(key, values) {
  const text = strings[language][key] ?? strings[languages[0]][key];
  if (text === undefined) throw new Error("no text for " + key);
  return text.replace(/\{(\w+)\}/g, (whole, name) => values && name in values ? values[name] : whole);
}

/** The text for a name that may be unknown to this page, such as a metric of another version: then the name itself. */
function named(kind, name) {
  return strings[language][kind + "." + name] ?? name;
}
