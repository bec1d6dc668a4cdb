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
const Away = "typed-away";
const nameOf = field => field.id && !field.closest("[data-no-keep]") && field.type !== "password" ? `${location.pathname} ${field.id}` : null;
const isAway = () => !!document.querySelector(".components-reconnect-show,.components-reconnect-failed,.components-reconnect-rejected");
const kept = () => JSON.parse(sessionStorage.getItem(Away) ?? "{}");
document.addEventListener("input", event => {
  const name = isAway() && nameOf(event.target);
  if (name) sessionStorage.setItem(Away, JSON.stringify({ ...kept(), [name]: event.target.value }));
});
const retype = () => {
  const typed = kept();
  if (isAway() || !document.querySelector(".shell[data-live]")) return;
  for (const field of document.querySelectorAll("input[id],textarea[id],select[id]")) {
    const text = typed[nameOf(field)];
    if (text === undefined) continue;
    delete typed[nameOf(field)];
    field.value = text;
    for (const sign of ["input", "change"]) field.dispatchEvent(new Event(sign, { bubbles: true }));
  }
  sessionStorage.setItem(Away, JSON.stringify(typed));
};
setInterval(() => { if (sessionStorage.getItem(Away)?.length > 2) retype(); }, 1000);
