// Whose phone it is: seven cards, or a select where there is no room, and what to try with each.

const OTHER = "other";
const at = (id) => document.getElementById(id);
const network = () => document.querySelector("#net input:checked").value;

export class People {
  #people;
  #on;
  #person;

  constructor(people, on) {
    this.#people = people;
    this.#on = on;
    at("cards").append(...people.map(card));
    at("who").append(...people.map((person) => new Option(optionOf(person), person.id)));
    at("cards").addEventListener("change", (event) => this.#choose(event.target.value));
    at("who").addEventListener("change", (event) => this.#choose(event.target.value));
    at("net").addEventListener("change", () => this.#handOver());
    at("number").addEventListener("change", () => this.#handOver());
    at("tries").addEventListener("click", (event) => {
      const code = event.target.closest("button")?.dataset.dial;
      if (code) this.#on.onTry(code);
    });
  }

  /** The address may name the person, as in /handset#0101; Jeanne otherwise. */
  start() {
    const named = location.hash.slice(1);
    this.#choose(this.#people.some((person) => person.id === named) ? named : "0103");
  }

  #choose(id) {
    this.#person = this.#people.find((person) => person.id === id);
    history.replaceState(null, "", `#${id}`);
    at("who").value = id;
    at("cards").querySelector(`input[value="${CSS.escape(id)}"]`).checked = true;
    at("other").hidden = id !== OTHER;
    drawTries(this.#person);
    this.#handOver();
  }

  #handOver() {
    const phone = this.#person.phone ?? international(at("number").value);
    at("owner").textContent = spaced(phone);
    this.#on.onChoose({ phone, network: network(), language: this.#person.language });
  }
}

/** 0788 000 101 and 250788000101 are +250788000101; an empty field is a number that belongs to nobody. */
function international(typed) {
  const digits = typed.replace(/[^\d+]/g, "");
  if (digits === "") return "+250788000198";
  if (digits.startsWith("+")) return digits;
  return digits.startsWith("0") ? `+250${digits.slice(1)}` : `+${digits}`;
}

const spaced = (phone) => phone.replace(/^(\+\d{3})(\d{3})(\d{3})(\d{3})$/, "$1 $2 $3 $4");

const optionOf = (person) => (/^\d/.test(person.id) ? `${person.id} ${person.name}` : person.name);

function card(person) {
  const input = Object.assign(document.createElement("input"), { type: "radio", name: "who", value: person.id });
  const label = document.createElement("label");
  label.append(input, element("b", person.name), element("span", person.about));
  return label;
}

function drawTries(person) {
  const pins = person.pins.flatMap(({ whose, pin }) => [element("dt", whose ? `${whose}'s PIN` : "PIN"), element("dd", pin)]);
  at("pins").replaceChildren(...pins);
  at("cap-pin").textContent = person.pins.map(({ pin }) => pin).join(", ");
  at("cap-pin").hidden = person.pins.length === 0;
  at("tries").replaceChildren(...person.tries.map(suggestion));
}

function suggestion({ dial, then }) {
  const button = element("button", dial);
  button.type = "button";
  button.dataset.dial = dial;
  button.setAttribute("aria-label", `Dial ${dial}`);
  const item = document.createElement("li");
  item.append(button, element("span", then));
  return item;
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
