// Both layers, built of elements alone: no HTML in a string, no style on an element.

function make(tag, told, ...inside) {
  const made = Object.assign(document.createElement(tag), told);
  made.append(...inside);
  return made;
}

const button = (text, onclick) => make("button", { type: "button", textContent: text, onclick });

// `decide` takes the words that are granted. Gives what the page can do with the layers.
export function build(shown, signalled, decide) {
  const { purposes, buttons } = shown;
  const all = purposes.map(({ word }) => word);
  const boxes = all.map((word) => make("input", { type: "checkbox", value: word }));
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const failures = [0, 1].map(() => make("p", { className: "failed", role: "alert" }));
  const alike = () => [button(buttons.refuse, () => decide([])), button(buttons.accept, () => decide(all))];
  const intro = (id) => [make("h2", { id, textContent: shown.title }), make("p", {}, shown.opening)];

  const first = make(
    "section",
    { hidden: true },
    ...intro("first"),
    make("ul", {}, ...purposes.map(({ name }) => make("li", {}, name))),
    make("p", {}, shown.free),
    failures[0],
    make("div", {}, ...alike(), button(buttons.more, () => open())),
  );
  first.setAttribute("aria-labelledby", "first");

  const second = make(
    "dialog",
    {},
    ...intro("second"),
    ...(signalled ? [make("p", {}, shown.signal)] : []),
    ...purposes.map(({ name, told }, at) => {
      const below = make("p", { id: "told" + at }, told.join("\n"));
      boxes[at].setAttribute("aria-describedby", below.id);
      return make("div", { className: "purpose" }, make("label", {}, boxes[at], name), below);
    }),
    make("p", {}, shown.free, " ", make("a", { href: shown.page, textContent: shown.statement })),
    failures[1],
    make("div", {}, ...alike(), button(buttons.save, () => decide(ticked()))),
    make("div", { className: "close" }, button(buttons.close, () => second.close())),
  );
  second.setAttribute("aria-labelledby", "second");

  const again = make("section", { hidden: true }, button(buttons.again, () => open()));
  again.setAttribute("aria-label", shown.title);

  const host = make("gestand-consent", { lang: shown.language });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(shown.style);
  root.adoptedStyleSheets = [sheet];
  root.append(first, second);
  document.body.prepend(host);
  document.body.append(again);

  let granted = [];
  const open = () => {
    boxes.forEach((box) => (box.checked = granted.includes(box.value)));
    if (!second.open) second.showModal();
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-consent]")) return;
    event.preventDefault();
    open();
  });
  return {
    show(now) {
      granted = now.granted;
      first.hidden = !now.ask;
      again.hidden = now.ask || !!document.querySelector("[data-consent]");
    },
    say(text) {
      failures.forEach((one) => (one.textContent = text));
      if (!text) second.close();
    },
  };
}
