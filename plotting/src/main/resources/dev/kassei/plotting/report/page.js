/** The pictures that are drawn together, and the buttons above them. */
class Group {
  static #FRAME_MILLISECONDS = 300;

  constructor(element, data) {
    this.element = element;
    this.frames = data.frames;
    this.pictures = [...element.querySelectorAll("figure")].map(Group.#picture);
    this.spaces = this.pictures.filter((picture) => picture instanceof Space);
    const planes = this.pictures.filter((picture) => picture instanceof Plane);
    const besideMaps = planes.some((plane) => plane.isMap);
    planes.forEach((plane) => (plane.besideMaps = besideMaps));
    this.together = this.spaces.length > 1;
    this.turnings = this.spaces.map(
      (space) =>
        new Turning(
          space,
          (view) => this.#look(space, view),
          (turning) => this.#turning(space, turning),
        ),
    );
    if (this.spaces.length > 0) {
      this.#addTools();
    }
  }

  /** Two pictures stand side by side on paper; a lone one and diagrams are as wide as the page. */
  drawOnPaper() {
    for (const { canvas, sheet } of this.pictures) {
      const isWide = this.pictures.length === 1 || canvas.closest(".diagram");
      sheet.drawOnPaper(isWide ? PAPER_WIDTH : HALF_WIDTH);
    }
  }

  static #picture(figure) {
    const data = report.pictures[figure.dataset.picture];
    const canvas = figure.querySelector("canvas");
    return data.kind === "space" ? new Space(canvas, data) : new Plane(canvas, data);
  }

  #moved(space) {
    return this.together ? this.spaces : [space];
  }

  #look(space, view) {
    this.#moved(space).forEach((other) => other.look(view));
  }

  #turning(space, turning) {
    const moved = this.#moved(space);
    const together = moved.filter((other) => other.sheet.near).length;
    moved.forEach((other) => other.turning(turning, together));
  }

  #addTools() {
    const tools = document.createElement("div");
    tools.className = "tools";
    if (this.frames.length > 1) {
      tools.append(...this.#slider());
    }
    if (this.spaces.length > 1) {
      tools.append(this.#togetherSwitch());
    }
    const reset = button("Reset view", () => this.turnings.forEach((turning) => turning.reset()));
    tools.append(reset);
    if (!document.querySelector(".hint")) {
      tools.append(hint());
    }
    this.element.querySelector(".pictures").before(tools);
  }

  #togetherSwitch() {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = this.together;
    box.addEventListener("change", () => {
      this.together = box.checked;
    });
    label.append(box, "Turn together");
    return label;
  }

  #slider() {
    const last = this.frames.length - 1;
    this.range = document.createElement("input");
    this.range.type = "range";
    this.range.max = String(last);
    this.range.value = String(last);
    this.range.setAttribute("aria-label", "Time");
    this.name = document.createElement("output");
    this.range.addEventListener("input", () => {
      this.#stop();
      this.#show(this.range.valueAsNumber);
    });
    this.play = button("▶", () => (this.timer ? this.#stop() : this.#start()));
    this.play.className = "play";
    this.#stop();
    this.#show(last);
    return [this.play, this.range, this.name];
  }

  #show(frame) {
    this.range.value = String(frame);
    this.range.setAttribute("aria-valuetext", this.frames[frame]);
    this.name.textContent = this.frames[frame];
    this.spaces.forEach((space) => space.showFrame(frame));
  }

  #start() {
    const last = this.frames.length - 1;
    if (this.range.valueAsNumber === last) {
      this.#show(0);
    }
    this.play.textContent = "❚❚";
    this.play.setAttribute("aria-label", "Pause");
    this.timer = setInterval(() => {
      this.#show(this.range.valueAsNumber + 1);
      if (this.range.valueAsNumber === last) {
        this.#stop();
      }
    }, Group.#FRAME_MILLISECONDS);
  }

  #stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.play.textContent = "▶";
    this.play.setAttribute("aria-label", "Play");
  }
}

function button(text, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", action);
  return element;
}

function hint() {
  const element = document.createElement("span");
  element.className = "hint";
  element.textContent = matchMedia("(pointer: coarse)").matches
    ? "Drag sideways to turn, two fingers to zoom"
    : "Drag or arrow keys to turn, click and wheel or + − to zoom, 0 to reset";
  return element;
}

/** Copies a text; where the clipboard is closed to pages, by way of a selection. */
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
    getSelection().removeAllRanges();
  }
}

function addCopyButtons() {
  for (const block of document.querySelectorAll(".code")) {
    const element = button("Copy", async () => {
      await copy(block.querySelector("code"));
      element.textContent = "Copied";
      setTimeout(() => (element.textContent = "Copy"), 1500);
    });
    element.className = "copy";
    block.querySelector("pre").before(element);
  }
}

function allSheets(groups) {
  const pictures = groups.flatMap((group) => group.pictures);
  return [...pictures.map((picture) => picture.sheet), ...legendKeys];
}

function addThemeButton(repaint) {
  const root = document.documentElement;
  const element = button("", () => {
    root.dataset.theme = theme.dark ? "light" : "dark";
    repaint();
    name();
  });
  const name = () => {
    element.textContent = theme.dark ? "Light" : "Dark";
  };
  element.className = "theme";
  name();
  document.querySelector("header").prepend(element);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    repaint();
    name();
  });
}

/** The width of the page of paper in pixels, and of one of two pictures side by side; A4 and US letter are wider. */
const PAPER_WIDTH = 660;
const HALF_WIDTH = 320;

/** Paper is white, and has no window that pictures could be outside of. */
function drawForPaper(groups) {
  const root = document.documentElement;
  let screenTheme;
  addEventListener("beforeprint", () => {
    screenTheme = root.dataset.theme;
    root.dataset.theme = "light";
    readTheme();
    groups.forEach((group) => group.drawOnPaper());
    Sheet.drawAll(legendKeys);
  });
  addEventListener("afterprint", () => {
    if (screenTheme) {
      root.dataset.theme = screenTheme;
    } else {
      delete root.dataset.theme;
    }
    readTheme();
    Sheet.drawAll(allSheets(groups));
  });
}

readTheme();
const groups = [...document.querySelectorAll(".group")].map(
  (element) => new Group(element, report.groups[element.dataset.group]),
);
addCopyButtons();
addThemeButton(() => {
  readTheme();
  allSheets(groups).forEach((sheet) => sheet.request());
});
drawForPaper(groups);
// at once: a picture that waits for a frame is missing where none is shown, as in headless browsers
Sheet.drawAll(allSheets(groups));
