/** The colours of a heat map beside its axes, with their values. */
class ColorBar {
  static #WIDTH = 14;
  static #TICK = 4;
  static #LINE = FONT_SIZE * 1.5;
  static #MOST_TICKS = 9;

  constructor(colors, axis) {
    this.colors = colors;
    this.axis = axis;
  }

  /** Draws the bar to the right of an area. */
  paint(context, area) {
    const { colors, axis } = this;
    const [left, right] = [area.right + FONT_SIZE, area.right + FONT_SIZE + ColorBar.#WIDTH];
    const height = area.bottom - area.top;
    const edge = (i) => sharp(area.bottom - (i * height) / colors.length);
    colors.forEach((color, i) => {
      context.fillStyle = color;
      context.fillRect(left, edge(i + 1), right - left, edge(i) - edge(i + 1));
    });
    context.strokeStyle = theme.edge;
    context.strokeRect(left, area.top, right - left, height);
    const ticks = this.#ticks(height);
    ticks.at.forEach((place, i) => {
      const y = area.bottom - height * fractionOfPlace(axis, place);
      stroke(context, horizontal(y, right, right + ColorBar.#TICK), theme.edge, 1);
      write(context, { text: ticks.labels[i], x: right + 2 * ColorBar.#TICK, y, anchor: "start" });
    });
    write(context, {
      text: labelOf(axis, ticks),
      x: right + 2 * ColorBar.#TICK + widest(context, ticks.labels) + ColorBar.#LINE * 0.7,
      y: (area.top + area.bottom) / 2,
      angle: -Math.PI / 2,
      anchor: "middle",
    });
  }

  #ticks(height) {
    return ticksFor(
      this.axis,
      clamp(Math.floor(height / (2 * FONT_SIZE)), 1, ColorBar.#MOST_TICKS),
    );
  }

  /** How wide the bar and its texts are. */
  room(context, height) {
    const labels = widest(context, this.#ticks(height).labels);
    return ColorBar.#WIDTH + FONT_SIZE + 2 * ColorBar.#TICK + labels + ColorBar.#LINE;
  }
}
