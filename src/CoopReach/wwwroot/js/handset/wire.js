// What a network engineer would see: the fields on the wire and the length of the screen.

const PAGE = 160;
const NETWORK_LIMIT = 182;
const at = (id) => document.getElementById(id);

export function drawWire({ state, owner, answer, session }, serviceCode) {
  if (!owner) return;
  drawSeptets(answer, session);
  const text = session ? mask(session.text) : null;
  const fields = [
    ["sessionId", session?.id ?? "(none)"],
    ["phoneNumber", owner.phone],
    ["networkCode", owner.network],
    ["serviceCode", serviceCode],
    ["text", text === null || text === "" ? "(empty)" : text],
    ["answer", reply(state, answer)],
  ];
  at("wire").replaceChildren(...fields.flatMap(([name, value]) => [element("dt", name), element("dd", value)]));
}

/** Five digits may be a PIN: the wire carries them, this page does not repeat them. */
function mask(text) {
  return text.split("*").map((input) => (/^\d{5}$/.test(input) ? "\u2022".repeat(5) : input)).join("*");
}

function reply(state, answer) {
  if (state === "waiting") return "...";
  if (!answer) return "(none)";
  if (answer.status === 0) return "none: the network knows no such code";
  if (answer.status !== 200) return `HTTP ${answer.status}, ${answer.milliseconds} ms`;
  return `${answer.ends ? "END" : "CON"}, ${answer.milliseconds} ms`;
}

function drawSeptets(answer, session) {
  const count = answer?.septets ?? (answer ? null : 0);
  const total = element("b", count ?? "?");
  at("septets").replaceChildren(total, count === null ? ` of ${PAGE}, a letter is not in the phone alphabet` : ` of ${PAGE}`);
  at("septet-bar").style.width = `${Math.min(100, ((count ?? PAGE) / PAGE) * 100)}%`;
  at("septet-bar").classList.toggle("over", count === null || count > PAGE);
  const hop = session && answer ? `Answer ${session.answers}, ${answer.milliseconds} ms` : session ? "Waiting for the answer" : "No session";
  at("hop").textContent = `${hop}. Network limit ${NETWORK_LIMIT}.`;
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
