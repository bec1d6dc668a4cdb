// Letters on the keys of a phone: the same key again, soon, is the next letter. Off, a key is its digit.

const ON_KEY = { 1: "1-/'", 2: "abc2", 3: "def3", 4: "ghi4", 5: "jkl5", 6: "mno6", 7: "pqrs7", 8: "tuv8", 9: "wxyz9", 0: " 0" };
const SOON_MS = 900;

export class Letters {
  #on = false;
  #key = null;
  #text = "";
  #turn = 0;
  #at = 0;

  get mode() {
    return this.#on ? "abc" : "123";
  }

  toggle() {
    this.#on = !this.#on;
    this.#key = null;
  }

  off() {
    if (this.#on) this.toggle();
  }

  /** The text after one more press. */
  after(text, key) {
    const choices = this.#on && ON_KEY[key];
    if (!choices) return text + key;
    const now = performance.now();
    const isNext = key === this.#key && text === this.#text && now - this.#at < SOON_MS;
    this.#turn = isNext ? (this.#turn + 1) % choices.length : 0;
    this.#key = key;
    this.#at = now;
    this.#text = (isNext ? text.slice(0, -1) : text) + choices[this.#turn];
    return this.#text;
  }
}
