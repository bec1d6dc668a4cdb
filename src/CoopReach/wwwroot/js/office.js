// The line: Blazor says by classes how it is; people say by buttons what to do about it.
document.addEventListener("click", event => {
  const what = event.target.closest?.("[data-line]")?.dataset.line;
  if (what === "reload") location.reload();
  if (what === "again") Blazor.reconnect().then(back => { if (!back) location.reload(); });
});

// Hands and keys keep the session in use, a page that moves by itself does not.
let told = Date.now();
const seen = () => {
  if (Date.now() - told < 60_000) return;
  told = Date.now();
  fetch("/seen", { method: "POST" }).catch(() => {});
};
for (const sign of ["pointerdown", "keydown", "wheel", "touchmove"]) document.addEventListener(sign, seen, { passive: true });

// What is typed while the line is down reaches nobody: it is kept here, and typed again when the page lives.
// A dropped line is noticed late, so what was typed shortly before and still stands there is kept with it.
const Away = "typed-away", Late = 60_000;
const Unkept = "[type=password],[type=file],[type=checkbox],[type=radio],[autocomplete=one-time-code],[data-no-keep]";
const nameOf = field => field.id && !field.matches(Unkept) ? `${location.pathname} ${field.id}` : null;
const isAway = () => !navigator.onLine || !!document.querySelector(".components-reconnect-show,.components-reconnect-failed,.components-reconnect-rejected");
const kept = () => JSON.parse(sessionStorage.getItem(Away) ?? "{}");
const fresh = new Map();
const keep = () => {
  const typed = kept();
  for (const [name, { field, text, at }] of fresh) {
    if (Date.now() - at < Late && field.isConnected && field.value === text) typed[name] = text;
  }
  fresh.clear();
  sessionStorage.setItem(Away, JSON.stringify(typed));
};
document.addEventListener("input", event => {
  const field = event.target, name = nameOf(field);
  if (name) fresh.set(name, { field, text: field.value, at: Date.now() });
  if (isAway()) keep();
});
const retype = () => {
  const typed = kept();
  if (!document.querySelector(".shell[data-live]")) return;
  for (const field of document.querySelectorAll("input[id],textarea[id],select[id]")) {
    const text = typed[nameOf(field)];
    if (text === undefined) continue;
    delete typed[nameOf(field)];
    field.value = text;
    for (const sign of ["input", "change"]) field.dispatchEvent(new Event(sign, { bubbles: true }));
  }
  sessionStorage.setItem(Away, JSON.stringify(typed));
};
setInterval(() => {
  if (isAway()) keep();
  else if (sessionStorage.getItem(Away)?.length > 2) retype();
}, 1000);
