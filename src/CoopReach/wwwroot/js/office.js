// The line: Blazor says by classes how it is; people say by buttons what to do about it.
document.addEventListener("click", event => {
  const what = event.target.closest?.("[data-line]")?.dataset.line;
  if (what === "reload") location.reload();
  if (what === "again") Blazor.reconnect().then(back => { if (!back) location.reload(); });
});
