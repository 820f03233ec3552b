/** The two axes around a picture: lines, ticks, labels, grid. */
class Frame {
  static #TICK = 4;
  static #MINOR_TICK = 2.5;
  static #GAP = 5;
  static #LINE = FONT_SIZE * 1.5;
  static #SLANT = -Math.PI / 4;
  static #MOST_TICKS = 9;
  static #LABEL_SHARE = 0.32;

  /** @param bars of colours, to the right of the axes */
  constructor(axes, bars) {
    this.axes = axes;
    this.bars = bars;
  }

  /** Where the axes are, so that all texts stay in the picture: {area, width, ticks, labels …}. */
  layout(context, width, height) {
    const line = Frame.#LINE;
    const outside = Frame.#TICK + Frame.#GAP;
    const top = line / 2;
    let bottom = height - outside - line - (this.axes[0].label ? line : 0);
    const most = (pixels) => clamp(Math.floor(pixels), 1, Frame.#MOST_TICKS);
    const longest = width * Frame.#LABEL_SHARE;
    const yTicks = ticksFor(this.axes[1], most((bottom - top) / (2 * FONT_SIZE)));
    const yLabels = yTicks.labels.map((label) => shortened(context, label, longest));
    const yLabel = labelOf(this.axes[1], yTicks);
    const left = outside + widest(context, yLabels) + (yLabel ? line : 0);
    const right = width - this.#room(context, bottom - top);
    const xTicks = this.#xTicks(context, right - left);
    const slanted = this.#isCrowded(context, xTicks, right - left);
    const xLabels = xTicks.labels.map((label, i) => {
      const x = left + (right - left) * fractionOfPlace(this.axes[0], xTicks.at[i]);
      return slanted
        ? shortened(context, label, Math.min(height * 0.4, x * Math.SQRT2 - 8))
        : label;
    });
    const depth = slanted ? widest(context, xLabels) * Math.SQRT1_2 : 0;
    bottom -= depth;
    const area = { left, right, top, bottom };
    return { area, width, xTicks, xLabels, yTicks, yLabels, yLabel, slanted, depth };
  }

  /** Beside the axes on the right: half a label, and colour bars. */
  #room(context, height) {
    return this.bars.reduce((sum, bar) => sum + bar.room(context, height), FONT_SIZE);
  }

  /** As many ticks as have room for their labels. */
  #xTicks(context, width) {
    const most = clamp(Math.floor(width / (3 * FONT_SIZE)), 1, Frame.#MOST_TICKS);
    for (let i = most; i > 1; i--) {
      const ticks = ticksFor(this.axes[0], i);
      if (!this.#isCrowded(context, ticks, width)) {
        return ticks;
      }
    }
    return ticksFor(this.axes[0], 1);
  }

  #isCrowded(context, ticks, width) {
    const axis = this.axes[0];
    return ticks.at.some((place, i) => {
      if (i === 0) {
        return false;
      }
      const distance = ((place - ticks.at[i - 1]) / (axis.high - axis.low)) * width;
      const labels = [ticks.labels[i - 1], ticks.labels[i]];
      const needed = labels.reduce((sum, label) => sum + context.measureText(label).width / 2, 8);
      return needed > distance;
    });
  }

  paintGrid(context, plane, { area, xTicks, yTicks }) {
    for (const place of xTicks.at) {
      const x = plane.xAt(place);
      stroke(context, vertical(x, area.top, area.bottom), theme.grid, 1);
    }
    for (const place of yTicks.at) {
      const y = plane.yAt(place);
      stroke(context, horizontal(y, area.left, area.right), theme.grid, 1);
    }
  }

  /** The lines on four sides, ticks, and texts. */
  paint(context, plane, layout) {
    const { left, right, top, bottom } = layout.area;
    context.strokeStyle = theme.edge;
    context.lineWidth = 1;
    context.strokeRect(left, top, right - left, bottom - top);
    this.#paintXAxis(context, plane, layout);
    this.#paintYAxis(context, plane, layout);
  }

  #paintXAxis(context, plane, { area, width, xTicks, xLabels, slanted, depth }) {
    const bottom = area.bottom;
    const y = bottom + Frame.#TICK + Frame.#GAP + FONT_SIZE * 0.4;
    xTicks.at.forEach((place, i) => {
      const x = plane.xAt(place);
      stroke(context, vertical(x, bottom, bottom + Frame.#TICK), theme.edge, 1);
      const text = xLabels[i];
      const half = context.measureText(text).width / 2;
      const slant = { text, x, y, angle: Frame.#SLANT, anchor: "end" };
      const level = { text, x: Math.min(x, width - half), y, anchor: "middle" };
      write(context, slanted ? slant : level);
    });
    for (const place of xTicks.minor) {
      const x = plane.xAt(place);
      stroke(context, vertical(x, bottom, bottom + Frame.#MINOR_TICK), theme.edge, 1);
    }
    write(context, {
      text: labelOf(this.axes[0], xTicks),
      x: (area.left + area.right) / 2,
      y: bottom + Frame.#TICK + Frame.#GAP + depth + Frame.#LINE * 1.4,
      anchor: "middle",
    });
  }

  #paintYAxis(context, plane, { area, yTicks, yLabels, yLabel }) {
    const left = area.left;
    yTicks.at.forEach((place, i) => {
      const y = plane.yAt(place);
      stroke(context, horizontal(y, left - Frame.#TICK, left), theme.edge, 1);
      write(context, { text: yLabels[i], x: left - Frame.#TICK - 3, y, anchor: "end" });
    });
    for (const place of yTicks.minor) {
      const y = plane.yAt(place);
      stroke(context, horizontal(y, left - Frame.#MINOR_TICK, left), theme.edge, 1);
    }
    write(context, {
      text: yLabel,
      x: FONT_SIZE * 0.6,
      y: (area.top + area.bottom) / 2,
      angle: -Math.PI / 2,
      anchor: "middle",
    });
  }
}
