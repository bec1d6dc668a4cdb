// The screen of the phone: draws a view of it and knows nothing of sessions.
import { carrierOf, wordsOf } from "./words.js";

const at = (id) => document.getElementById(id);
const lcd = at("lcd");
const scr = at("scr");
const more = at("more");
const KIGALI = { timeZone: "Africa/Kigali" };

export function draw({ state, typed, mode, code, dialled, owner, answer, session }) {
  if (!owner) return;
  const words = wordsOf(owner.language);
  const dialling = state === "idle" && typed !== "";
  const onScreen = state === "menu" || state === "end";

  lcd.dataset.state = state;
  at("title").textContent = state === "idle" ? "" : dialled;
  at("rest").hidden = state !== "idle" || dialling;
  at("dial").hidden = !dialling;
  at("dial").textContent = typed;
  at("wait").hidden = state !== "waiting";
  at("wait-word").textContent = words.wait;
  at("inp").hidden = state !== "menu";
  at("typed").textContent = typed.slice(-22);
  at("mode").textContent = mode;

  drawRest(words, owner, code);
  drawSoftKeys(words, state, typed);
  drawScreen(onScreen ? answer : null, owner.language);
  speak(state, typed, answer, session, words);
}

function drawRest(words, owner, code) {
  at("rest").lang = owner.language;
  at("carrier").textContent = carrierOf(owner.network);
  at("hint").replaceChildren(words.dial + " ", Object.assign(document.createElement("b"), { textContent: code }), ` ${words.then}`);
  tick();
}

/** The clock of a phone in Kigali, wherever the visitor sits. */
function tick() {
  const now = new Date();
  const language = wordsOf(at("rest").lang).locale;
  at("clock").textContent = now.toLocaleTimeString("en-GB", { ...KIGALI, hour: "2-digit", minute: "2-digit" });
  at("day").textContent = now.toLocaleDateString(language === "rw" ? "en-GB" : language, { ...KIGALI, day: "2-digit", month: "2-digit", year: "numeric" });
}
setInterval(tick, 10_000);

function drawSoftKeys(words, state, typed) {
  const left = state === "end" ? "OK" : state === "waiting" ? "" : words.send;
  const right = state === "menu" || (state === "idle" && typed !== "") ? words.clear : "";
  at("left").textContent = left;
  at("right").textContent = right;
  at("soft-left").setAttribute("aria-label", `Left soft key${left && ", " + left}`);
  at("soft-right").setAttribute("aria-label", `Right soft key${right && ", " + right}`);
}

function drawScreen(answer, language) {
  const text = answer?.text ?? "";
  const isNew = scr.textContent !== text;
  scr.hidden = !answer;
  scr.lang = answer?.ownWords ? "en" : language;
  if (isNew) write(text);
  hintAtMore();
}

/** Letters are as large as the glass allows; only a screen of many lines gets the small ones. */
function write(text) {
  scr.textContent = text;
  scr.scrollTop = 0;
  scr.classList.remove("small");
  scr.classList.toggle("small", overflows());
}

const overflows = () => scr.scrollHeight > scr.clientHeight + 1;

/** Only a screen that is longer than the glass takes the focus and shows the arrow. */
function hintAtMore() {
  const scrolls = overflows();
  const below = scr.scrollHeight - scr.clientHeight - scr.scrollTop > 1;
  more.hidden = !scrolls;
  more.textContent = below ? "\u25BC" : "\u25B2";
  if (scrolls) scr.tabIndex = 0;
  else scr.removeAttribute("tabindex");
}
scr.addEventListener("scroll", hintAtMore);

/** A line or three of scrolling, for the arrow keys of a keyboard. False when there is nothing to scroll. */
export function scroll(direction) {
  if (scr.hidden || more.hidden) return false;
  scr.scrollTop += direction * 52;
  return true;
}

let lastSaid = null;
function speak(state, typed, answer, session, words) {
  at("keyed").textContent = typed;
  const said = state === "waiting" ? words.wait : answer?.text ?? "";
  const turn = `${state} ${session?.id} ${session?.answers}`;
  if (turn === lastSaid) return;
  lastSaid = turn;
  at("said").textContent = said;
}
