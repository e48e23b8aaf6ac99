// Both layers, built of elements alone: no HTML in a string, no style on an element; and none before it is needed.

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
  let granted = [];
  let root, first, second, again, boxes;

  // A layer with its name, in a root of its own, where the page's style does not reach.
  function layer(tag, id, ...inside) {
    const title = make("h2", { id, textContent: shown.title });
    const made = make(tag, {}, title, make("p", {}, shown.opening), ...inside);
    made.setAttribute("aria-labelledby", id);
    if (!root) {
      const host = make("gestand-consent", { lang: shown.language });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(shown.style);
      root = host.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      document.body.prepend(host);
    }
    root.append(made);
    return made;
  }

  const failure = () => make("p", { className: "failed", role: "alert" });
  const choices = (text, onclick) =>
    make(
      "div",
      {},
      button(buttons.refuse, () => decide([])),
      button(buttons.accept, () => decide(all)),
      button(text, onclick),
    );

  const firstLayer = () =>
    layer(
      "section",
      "first",
      make("ul", {}, ...purposes.map(({ name }) => make("li", {}, name))),
      make("p", {}, shown.free),
      failure(),
      choices(buttons.more, open),
    );

  function secondLayer() {
    boxes = all.map((word) => make("input", { type: "checkbox", value: word }));
    const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
    return layer(
      "dialog",
      "second",
      ...(signalled ? [make("p", {}, shown.signal)] : []),
      ...purposes.map(({ name, told }, at) => {
        const below = make("p", { id: "told" + at }, told.join("\n"));
        boxes[at].setAttribute("aria-describedby", below.id);
        return make("div", { className: "purpose" }, make("label", {}, boxes[at], name), below);
      }),
      make("p", {}, shown.free, " ", make("a", { href: shown.page, textContent: shown.statement })),
      failure(),
      choices(buttons.save, () => decide(ticked())),
      make("div", { className: "close" }, button(buttons.close, () => second.close())),
    );
  }

  function wayBack() {
    const made = make("section", {}, button(buttons.again, open));
    made.setAttribute("aria-label", shown.title);
    document.body.append(made);
    return made;
  }

  function open() {
    second ??= secondLayer();
    boxes.forEach((box) => (box.checked = granted.includes(box.value)));
    if (!second.open) second.showModal();
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-consent]")) return;
    event.preventDefault();
    open();
  });
  return {
    show(now) {
      granted = now.granted;
      if (now.ask) first ??= firstLayer();
      else if (!document.querySelector("[data-consent]")) again ??= wayBack();
      if (first) first.hidden = !now.ask;
      if (again) again.hidden = now.ask;
    },
    say(text) {
      for (const one of [first, second]) if (one) one.querySelector(".failed").textContent = text;
      if (!text) second?.close();
    },
  };
}
