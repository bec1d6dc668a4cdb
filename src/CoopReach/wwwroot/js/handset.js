// The handset page: joins the phone, its line, the people and the inbox. Each of them knows nothing of the others.
import { Phone } from "./handset/phone.js";
import { draw } from "./handset/lcd.js";
import { drawWire } from "./handset/wire.js";
import { listenToKeyboard, listenToKeys, typeFor } from "./handset/keys.js";
import { Inbox } from "./handset/inbox.js";
import { People } from "./handset/people.js";

const body = document.getElementById("phone");
const mail = document.getElementById("mail");
const cast = await (await fetch("/handset/people")).json();

const inbox = new Inbox(() => { mail.hidden = false; });
const phone = new Phone(cast.serviceCode, (view) => {
  draw(view);
  drawWire(view, cast.serviceCode);
});
phone.onAnswer = () => inbox.soon();

const press = (key) => {
  if (phone.isIdle) mail.hidden = true;
  phone.press(key);
};

const people = new People(cast.people, {
  onChoose(owner) {
    mail.hidden = true;
    phone.handTo(owner);
    inbox.of(owner.phone);
  },
  onTry(code) {
    phone.hangUp();
    body.scrollIntoView({ block: "nearest" });
    typeFor(press, [...code, "send"]);
  },
});

listenToKeys(body, press);
listenToKeyboard(press, (key) => phone.takes(key));
addEventListener("pagehide", () => phone.hangUp());
people.start();
