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
