// What each key does. The phone is idle, waiting for an answer, in a menu (CON) or at the end of a session (END).
import { Letters } from "./letters.js";
import { Session, textOfDial } from "./line.js";

const NO_SUCH_CODE = "Connection problem or invalid MMI code";
const LONGEST = 120;

export class Phone {
  #code;
  #dialled;
  #draw;
  #owner = null;
  #state = "idle";
  #typed = "";
  #session = null;
  #answer = null;
  #letters = new Letters();
  onAnswer = () => {};

  constructor(serviceCode, draw) {
    this.#code = serviceCode;
    this.#draw = draw;
  }

  get isIdle() {
    return this.#state === "idle";
  }

  /** Digits are for every face of the phone, letters only for a question. */
  takes(key) {
    return this.#state === "menu" || !/^[\p{L} ]$/u.test(key);
  }

  /** A phone that changes hands hangs up first. */
  handTo(owner) {
    this.hangUp();
    this.#owner = owner;
    this.#show("idle");
  }

  press(key) {
    if (key === "end") this.hangUp();
    else if (key === "send" || key === "ok") this.#send();
    else if (key === "clear") this.#clear();
    else if (key === "#" && this.#state === "menu") this.#switch();
    else this.#type(key);
  }

  hangUp() {
    this.#session?.close("Incomplete");
    this.#rest();
  }

  #send() {
    if (this.#state === "end") this.#rest();
    else if (this.#state === "idle") this.#dial(this.#typed || this.#code);
    else if (this.#state === "menu") this.#exchange(this.#typed);
  }

  #clear() {
    if (this.#state === "waiting") return;
    if (this.#state === "end") this.#rest();
    this.#typed = this.#typed.slice(0, -1);
    this.#show(this.#state);
  }

  #type(key) {
    if (this.#state === "waiting") return;
    if (this.#state === "end") this.#rest();
    if (this.#typed.length < LONGEST) this.#typed = this.#letters.after(this.#typed, key);
    this.#show(this.#state);
  }

  /** No answer to a menu has a # in it, so in a session that key changes between digits and letters. */
  #switch() {
    this.#letters.toggle();
    this.#show(this.#state);
  }

  #dial(dialled) {
    this.#dialled = dialled;
    const text = textOfDial(dialled, this.#code);
    if (text === null) {
      this.#fail();
      return;
    }
    this.#session = new Session(this.#owner, text);
    this.#exchange();
  }

  async #exchange(input) {
    const session = this.#session;
    this.#show("waiting");
    const answer = await session.ask(input);
    // The owner hung up while the service was thinking: nobody reads this answer.
    if (session !== this.#session) return;

    if (answer.status === 200) this.#receive(answer);
    else this.#fail(answer);
    this.onAnswer();
  }

  #receive(answer) {
    this.#answer = answer;
    this.#typed = "";
    if (answer.ends) this.#session.close("Success");
    this.#show(answer.ends ? "end" : "menu");
  }

  #fail(answer = null) {
    this.#session?.close("Failed");
    this.#answer = { status: 0, septets: 0, milliseconds: 0, ...answer, text: NO_SUCH_CODE, ends: true, ownWords: true };
    this.#typed = "";
    this.#show("end");
  }

  #rest() {
    this.#session = null;
    this.#answer = null;
    this.#typed = "";
    this.#show("idle");
  }

  #show(state) {
    if (state !== "menu") this.#letters.off();
    this.#state = state;
    const { id, network, text, answers } = this.#session ?? {};
    this.#draw({
      state, typed: this.#typed, mode: this.#letters.mode, code: this.#code, dialled: this.#dialled, owner: this.#owner, answer: this.#answer,
      session: this.#session && { id, network, text, answers },
    });
  }
}
