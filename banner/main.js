// From page to choice and back: look at what holds, ask if that is due, and let run only what was granted.

import { standing, written } from "./choices.js";
import { forget, keep, read } from "./device.js";
import { open, overrun } from "./gates.js";
import { build } from "./layers.js";

const CHOICE = "gestand_choice";

const today = () => Math.floor(Date.now() / 864e5);

export function start(shown) {
  if (!shown) return; // nothing is asked
  const signalled =
    (shown.gpc && navigator.globalPrivacyControl === true) || (shown.dnt && navigator.doNotTrack === "1");
  const layers = build(shown, signalled, decide);
  let remembered = ""; // for this page alone, in a browser that keeps no cookie

  const holds = () => standing(read(CHOICE) || remembered, shown, today(), signalled);

  function look() {
    const now = holds();
    const denied = shown.purposes.filter(({ word }) => !now.granted.includes(word));
    forget(denied.flatMap(({ names }) => names));
    if (overrun(now.granted)) location.reload();
    open(now.granted);
    layers.show(now);
  }

  // A no is obeyed at once, whether or not the server is there; a yes holds once the server has it on record.
  async function decide(yes) {
    const stood = holds().granted;
    const stays = stood.filter((word) => yes.includes(word));
    if (!yes.length || stays.length < stood.length) {
      remembered = written(shown, today(), stays);
      keep(CHOICE, remembered);
    }
    const kept = await send(shown, yes);
    if (kept && !read(CHOICE)) remembered = written(shown, today(), yes);
    layers.say(kept || !yes.length ? "" : shown.failed);
    look();
  }

  document.addEventListener("visibilitychange", look);
  look();
}

async function send({ post, offer, language, purposes }, yes) {
  const decisions = Object.fromEntries(purposes.map(({ word }) => [word, yes.includes(word)]));
  try {
    const answer = await fetch(post, {
      method: "POST",
      keepalive: true,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ offer, language, decisions }),
    });
    return answer.status === 204;
  } catch {
    return false;
  }
}
