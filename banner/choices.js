// What holds for a visitor, out of the cookie that the server sets: nothing here touches the page or the clock.

const COOKIE = /^v1\.([0-9a-f]{8})\.(\d{1,6})\.([a-z0-9-]+=[01](?:,[a-z0-9-]+=[01])*)$/;
const SHOWN = 8; // so much of an offer's digest stands in the cookie

// The choice in a cookie, or nothing where it is none of ours.
export function parse(value) {
  const found = COOKIE.exec(value);
  if (!found) return null;
  const said = new Map(found[3].split(",").map((one) => [one.slice(0, -2), one.endsWith("1")]));
  return { offer: found[1], day: +found[2], said };
}

// The cookie of a choice. The server writes the same; the page does so too, to obey a no while the server is away.
export function written(shown, today, yes) {
  const said = shown.purposes.map(({ word }) => word + "=" + +yes.includes(word));
  return "v1." + shown.offer.slice(0, SHOWN) + "." + today + "." + said.join(",");
}

// Whether to ask, and what is granted. A yes is to what was shown then, and lapses with it or after a year; a no
// to all holds for these purposes, however they are worded, and is not asked again within six months.
export function standing(value, shown, today, signalled) {
  const made = parse(value);
  const words = shown.purposes.map(({ word }) => word);
  const ask = { ask: !signalled, granted: [] };
  const age = made ? today - made.day : -2; // a clock may be a day ahead of the server's
  if (age < -1) return ask;
  const granted = words.filter((word) => made.said.get(word));
  if (![...made.said.values()].includes(true)) {
    return age < shown.no && words.every((word) => made.said.has(word)) ? { ask: false, granted } : ask;
  }
  return age < shown.yes && made.offer === shown.offer.slice(0, SHOWN) ? { ask: false, granted } : ask;
}
