// What waits for a choice: <script type="text/plain" data-purpose="…">, and whatever has data-src and data-purpose.

const ran = new Set();

// Let run what is granted. A script is put back in its place as the page wrote it, so that no policy of the page
// has to allow anything: its source and its text were never touched.
export function open(granted) {
  for (const waits of document.querySelectorAll("[data-purpose]")) {
    const words = waits.dataset.purpose.split(/\s+/);
    if (!words.every((word) => granted.includes(word))) continue;
    if (waits.type === "text/plain") {
      waits.type = waits.dataset.type || "";
      if (!waits.hasAttribute("async")) waits.async = false;
      waits.parentNode.insertBefore(waits, waits.nextSibling);
    } else if (waits.dataset.src && !waits.hasAttribute("src")) {
      waits.src = waits.dataset.src;
    } else continue;
    words.forEach((word) => ran.add(word));
  }
}

// Whether something runs on this page that is granted no longer: it ends only with the page.
export function overrun(granted) {
  return [...ran].some((word) => !granted.includes(word));
}
