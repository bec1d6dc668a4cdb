// The SMS inbox of the phone in hand: asked every five seconds while somebody looks, and sooner after a screen, because
// the network needs a moment.
import { readInbox } from "./line.js";

const EVERY_MS = 5_000;
const AFTER_A_SCREEN_MS = [0, 600, 1_400];
const SHAPES = { Waiting: ["clock", "stone"], Sent: ["sent", "lake"], Delivered: ["done", "hill"], Failed: ["fail", "cherry"], Unknown: ["unknown", "stone"] };
const SVG = "http://www.w3.org/2000/svg";
const at = (id) => document.getElementById(id);

export class Inbox {
  #onNew;
  #phone = null;
  #known = null;
  #shown = "";
  #fresh = new Set();

  constructor(onNew) {
    this.#onNew = onNew;
    setInterval(() => { if (!document.hidden) this.read(); }, EVERY_MS);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.read(); });
  }

  of(phone) {
    this.#phone = phone;
    this.#known = null;
    this.#shown = "";
    this.#fresh = new Set();
    this.#draw([]);
    return this.read();
  }

  soon() {
    for (const wait of AFTER_A_SCREEN_MS) setTimeout(() => this.read(), wait);
  }

  async read() {
    const phone = this.#phone;
    if (!phone) return;
    let messages;
    try {
      messages = await readInbox(phone);
    } catch {
      at("sms-count").textContent = "The inbox did not answer. Trying again.";
      return;
    }
    if (phone === this.#phone) this.#receive(messages);
  }

  #receive(messages) {
    const keys = keysOf(messages);
    const fresh = new Set(this.#known ? keys.filter((key) => !this.#known.has(key)) : []);
    this.#known = new Set(keys);
    if (fresh.size > 0) this.#fresh = fresh;
    if (JSON.stringify(messages) !== this.#shown) this.#draw(messages);
    this.#shown = JSON.stringify(messages);
    at("sms-count").textContent = messages.length === 1 ? "1 message" : `${messages.length} messages`;
    if (fresh.size > 0) this.#onNew();
  }

  #draw(messages) {
    at("sms").replaceChildren(...keysOf(messages).map((key, index) => row(messages[index], this.#fresh.has(key))));
    at("sms-none").hidden = messages.length > 0;
  }
}

/** The same words may come twice in a minute: each is named by its words and by how many like it came before. */
function keysOf(messages) {
  const seen = new Map();
  return messages.toReversed().map((sms) => {
    const words = `${sms.at} ${sms.from} ${sms.text}`;
    seen.set(words, (seen.get(words) ?? 0) + 1);
    return `${seen.get(words)} ${words}`;
  }).reverse();
}

function row(sms, isNew) {
  const head = element("div", "h", element("b", "", sms.from, element("span", "w", sms.at)), chip(sms.state));
  const size = sms.segments === 1 ? `1 SMS, ${sms.septets} septets` : `${sms.segments} SMS, ${sms.septets} septets`;
  return element("li", isNew ? "new" : "", head, element("p", "", sms.text), element("p", "f", size));
}

function chip(state) {
  const [shape, colour] = SHAPES[state] ?? SHAPES.Unknown;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("aria-hidden", "true");
  picture.appendChild(document.createElementNS(SVG, "use")).setAttribute("href", `#s-${shape}`);
  return element("span", `chip ${colour}`, picture, state);
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}
