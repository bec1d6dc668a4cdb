// The few words that belong to the phone and not to the service, in its owner's language.

const WORDS = {
  rw: { send: "Ohereza", clear: "Siba", wait: "Tegereza", dial: "Kanda", then: "maze wohereze", locale: "rw" },
  en: { send: "Send", clear: "Clear", wait: "Wait", dial: "Dial", then: "then Send", locale: "en-GB" },
  fr: { send: "Envoyer", clear: "Effacer", wait: "Patientez", dial: "Composez", then: "puis Envoyer", locale: "fr" },
};

export const wordsOf = (language) => WORDS[language] ?? WORDS.rw;

const CARRIERS = { 63510: "MTN Rwanda", 63514: "Airtel Rwanda" };

export const carrierOf = (network) => CARRIERS[network] ?? network;
