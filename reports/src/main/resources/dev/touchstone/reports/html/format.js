/* Numbers and names for people. */
const NONE = "–";

function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}

function count(value) {
  return isNumber(value) ? new Intl.NumberFormat(locale()).format(value) : NONE;
}

function decimal(value, digits) {
  return isNumber(value)
    ? new Intl.NumberFormat(locale(), {minimumFractionDigits: digits, maximumFractionDigits: digits}).format(value).replace("-", "−")
    : NONE;
}

function percent(share, digits = 2) {
  return isNumber(share) ? decimal(100 * share, digits) + "\u00a0%" : NONE;
}

function locale() {
  return language === "zh" ? "zh-CN" : "en";
}

function isShare(metric) {
  return run.analysis.shares.includes(metric);
}

function metricValue(metric, value) {
  if (!isNumber(value)) return NONE;
  return isShare(metric) ? percent(value) : decimal(value, 4);
}

/** A difference with its sign; of shares in percentage points. */
function difference(value, digits = 2) {
  if (!isNumber(value)) return NONE;
  return (value > 0 ? "+" : value < 0 ? "−" : "±") + decimal(Math.abs(100 * value), digits);
}

function intervalText(metric, ci) {
  if (!ci) return NONE;
  const write = value => isShare(metric) ? decimal(100 * value, 2) : decimal(value, 4);
  return write(ci[0]) + " – " + write(ci[1]);
}

function pValue(p) {
  if (!isNumber(p)) return NONE;
  return p < 0.0001 ? "< 0.0001" : decimal(p, 4);
}

function bytes(value) {
  if (!isNumber(value)) return NONE;
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return decimal(value, unit === 0 ? 0 : 1) + "\u00a0" + units[unit];
}

function seconds(value) {
  if (!isNumber(value)) return NONE;
  if (value < 60) return decimal(value, value < 10 ? 2 : 1) + "\u00a0s";
  const whole = Math.round(value), pad = part => String(part).padStart(2, "0");
  const hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

function moment(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime())
    ? String(text)
    : new Intl.DateTimeFormat(locale(), {dateStyle: "medium", timeStyle: "medium", timeZone: "UTC"}).format(date) + " UTC";
}

/** The day alone. */
function day(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? String(text) : new Intl.DateTimeFormat(locale(), {dateStyle: "medium", timeZone: "UTC"}).format(date);
}

/** A choice as people name it: A for 0. */
function letter(index) {
  if (!Number.isInteger(index) || index < 0) return NONE;
  return index < 26 ? String.fromCharCode(65 + index) : t("choice.number", {n: index + 1});
}

/** A value of unknown kind, such as a gate's evidence. */
function anyText(value) {
  if (value === null || value === undefined) return NONE;
  if (typeof value === "number") return Number.isInteger(value) ? count(value) : String(Number(value.toPrecision(6)));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
