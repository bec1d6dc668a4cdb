// The line: Blazor says by classes how it is; people say by buttons what to do about it.
document.addEventListener("click", event => {
  const what = event.target.closest?.("[data-line]")?.dataset.line;
  if (what === "reload") location.reload();
  if (what === "again") Blazor.reconnect().then(back => { if (!back) location.reload(); });
});

// Blazor goes to a place of the page without taking the focus along.
document.addEventListener("click", event => {
  if (!event.target.closest?.(".skip")) return;
  event.preventDefault();
  document.getElementById("main").focus();
}, true);

// What is half in sight where the key stops, in a strip that scrolls or under the tabs, comes into sight whole.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("a:focus-visible,button:focus-visible,summary:focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
});

// Over a slow line the title of a page takes the focus late: not from somebody who types already.
document.addEventListener("focusin", ({ target, relatedTarget }) => {
  if (target.matches("h1") && relatedTarget?.isConnected && relatedTarget.matches("input,select,textarea")) relatedTarget.focus();
});

// A question that comes up takes the focus. Left, also by Escape, it gives it back; answered, the title says how things are now.
let before, asking = null;
document.addEventListener("focusin", ({ target }) => {
  if (!target.closest(".again")) before = target;
});
document.addEventListener("click", event => {
  if (event.target.closest?.(".again [data-leave]")) before?.focus();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape") event.target.closest?.(".again")?.querySelector("[data-leave]").click();
});
new MutationObserver(() => {
  const now = document.querySelector(".again");
  if (now === asking) return;
  asking = now;
  if (now) now.querySelector("input").focus();
  else if (document.activeElement === document.body) document.querySelector("h1")?.focus();
}).observe(document.body, { childList: true, subtree: true });

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
