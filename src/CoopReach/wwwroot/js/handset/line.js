// The phone's line: one session with the service, as a mobile network keeps it.

const post = (path, body, keepalive = false) => fetch(path, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
  keepalive,
});

/** What a network sends first for a dialled string: "" for the code itself, "2" for *384*2667*2#, null for a code of nobody. */
export function textOfDial(dialled, serviceCode) {
  if (dialled === serviceCode) return "";
  const stem = serviceCode.slice(0, -1) + "*";
  return dialled.startsWith(stem) && dialled.endsWith("#") ? dialled.slice(stem.length, -1) : null;
}

export class Session {
  #started = performance.now();
  #open = true;

  constructor(owner, text) {
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    this.id = "ATUid_" + Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
    this.phone = owner.phone;
    this.network = owner.network;
    this.text = text;
    this.answers = 0;
  }

  /** The service's answer to everything typed so far; a line that is dead answers with status 0. */
  async ask(input) {
    if (input !== undefined) this.text = this.text === "" ? input : `${this.text}*${input}`;
    try {
      const { id: sessionId, phone, network, text } = this;
      const reply = await post("/handset/ussd", { sessionId, phone, network, text });
      const answer = reply.ok ? await reply.json() : { status: reply.status, text: "", ends: true, septets: 0, milliseconds: 0 };
      this.answers += 1;
      return answer;
    } catch {
      return { status: 0, text: "", ends: true, septets: 0, milliseconds: 0 };
    }
  }

  /** Tells the service once that the session is over; it may be told while the page is closing. */
  close(status) {
    if (!this.#open) return;
    this.#open = false;
    const { id: sessionId, phone, network, answers: hops } = this;
    const milliseconds = Math.round(performance.now() - this.#started);
    post("/handset/ended", { sessionId, phone, network, status, milliseconds, hops }, true).catch(() => {
      // The phone is already on its home screen: there is nobody left to tell.
    });
  }
}

export async function readInbox(phone) {
  const reply = await post("/handset/inbox", { phone });
  if (!reply.ok) throw new Error(`inbox ${reply.status}`);
  return reply.json();
}
