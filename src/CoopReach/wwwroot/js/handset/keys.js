// Fingers: the keys of the phone by mouse, touch and keyboard, and a hand that dials by itself.
import { scroll } from "./lcd.js";

const SINK_MS = 110;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const NAMED = { Backspace: "clear", Enter: "send", Escape: "end" };

/** Counts touches, so that the hand that dials by itself sees that it is no longer the last one. */
let touches = 0;

/** A mouse leaves the focus where it was, so that Enter goes on meaning Send; a pressed key stays down until it is let go. */
export function listenToKeys(phone, press) {
  phone.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-key]")) event.preventDefault();
  });
  phone.addEventListener("pointerdown", (event) => event.target.closest("button")?.classList.add("dn"));
  for (const release of ["pointerup", "pointercancel"]) {
    addEventListener(release, () => setTimeout(() => {
      for (const key of phone.querySelectorAll(".dn")) key.classList.remove("dn");
    }, SINK_MS));
  }
  phone.addEventListener("click", (event) => {
    const key = event.target.closest("[data-key]")?.dataset.key;
    if (!key) return;
    touches += 1;
    press(key);
  });
}

/** `takes` says whether the phone has a use for a key; what it has none for is left to the browser. */
export function listenToKeyboard(press, takes) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || takesText(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!event.target.closest("input, .scr") && scroll(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    const key = NAMED[event.key] ?? (/^[0-9*#\p{L} ]$/u.test(event.key) ? event.key : null);
    if (!key || !takes(key)) return;
    if ((key === "send" && event.target.closest("a, button, summary")) || (key === " " && event.target.closest("a, button, summary, input"))) return;
    event.preventDefault();
    touches += 1;
    sink(key);
    press(key);
  });
}

/** Types by itself, slowly enough to be followed, until the visitor touches a key. */
export async function typeFor(press, keys) {
  const mine = (touches += 1);
  for (const key of keys) {
    if (!calm.matches) await new Promise((next) => setTimeout(next, 95));
    if (mine !== touches) return;
    sink(key);
    press(key);
  }
}

const takesText = (element) =>
  element.closest?.("select, textarea, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=button])") != null;

function sink(key) {
  const button = document.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  button?.classList.add("dn");
  setTimeout(() => button?.classList.remove("dn"), SINK_MS);
}
