/** A small window beside the pointer, with what can be read there. */
class Tip {
  constructor(stage) {
    this.stage = stage;
    this.window = document.createElement("div");
    this.window.className = "tip";
    this.mark = document.createElement("div");
    this.mark.className = "mark";
    stage.append(this.mark, this.window);
    this.hide();
  }

  /**
   * Shows rows {name, value, color} at a place of the stage.
   *
   * @param line whether the mark is a line from top to bottom
   */
  show(x, y, heading, rows, line = null) {
    const table = rows.map((row) => {
      const entry = document.createElement("div");
      const key = document.createElement("span");
      const value = document.createElement("b");
      key.textContent = row.name;
      value.textContent = row.value;
      if (row.color) {
        key.style.setProperty("--color", inTheme(row.color));
        key.className = "keyed";
      }
      entry.append(key, value);
      return entry;
    });
    const head = document.createElement("strong");
    head.textContent = heading;
    this.window.replaceChildren(...(heading ? [head] : []), ...table);
    this.window.hidden = false;
    this.#mark(x, y, line);
    this.#move(x, y);
  }

  #mark(x, y, line) {
    this.mark.hidden = false;
    this.mark.classList.toggle("line", line !== null);
    this.mark.style.left = x + "px";
    this.mark.style.top = (line ? line.top : y) + "px";
    this.mark.style.height = line ? line.height + "px" : "";
  }

  /** Beside the mark, on the side with more room. */
  #move(x, y) {
    const { offsetWidth: width, offsetHeight: height } = this.window;
    const room = this.stage.clientWidth;
    const left = x > room / 2 ? x - width - 14 : x + 14;
    this.window.style.left = clamp(left, 0, Math.max(0, room - width)) + "px";
    this.window.style.top = clamp(y - height / 2, 0, this.stage.clientHeight - height) + "px";
  }

  hide() {
    this.window.hidden = true;
    this.mark.hidden = true;
  }
}
