/** Where values are in a picture with two axes; as in Java's Plane. */
class Area {
  /** Values far beyond the axes are drawn this many axes away. */
  static #FAR = 100;

  /** @param area between the axes: {left, right, top, bottom} in pixels */
  constructor(axes, area) {
    this.axes = axes;
    this.area = area;
  }

  x(value) {
    return this.xAt(placeOf(this.axes[0], value));
  }

  y(value) {
    return this.yAt(placeOf(this.axes[1], value));
  }

  xAt(place) {
    const fraction = clamp(fractionOfPlace(this.axes[0], place), -Area.#FAR, Area.#FAR);
    return this.area.left + (this.area.right - this.area.left) * fraction;
  }

  yAt(place) {
    const fraction = clamp(fractionOfPlace(this.axes[1], place), -Area.#FAR, Area.#FAR);
    return this.area.bottom - (this.area.bottom - this.area.top) * fraction;
  }

  /** The pixel of a value at a position, where values run upwards or to the right. */
  point(vertical, position, value) {
    return vertical
      ? { x: this.x(position), y: this.y(value) }
      : { x: this.x(value), y: this.y(position) };
  }

  /** The value nearest to zero that the axis of values shows. */
  base(vertical) {
    const axis = this.axes[vertical ? 1 : 0];
    return axis.log ? 10 ** axis.low : 0;
  }

  /** The value of an axis at a pixel. */
  valueAt(index, pixel) {
    const { left, right, top, bottom } = this.area;
    const axis = this.axes[index];
    const along = index === 0 ? (pixel - left) / (right - left) : (bottom - pixel) / (bottom - top);
    const fraction = axis.inverted ? 1 - along : along;
    const place = axis.low + fraction * (axis.high - axis.low);
    return axis.log ? 10 ** place : place;
  }

  holds(x, y) {
    const { left, right, top, bottom } = this.area;
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}

/** Two axes and what is drawn between them, with a legend that shows and hides. */
class Plane {
  static #TICK = 4;
  static #MINOR_TICK = 2.5;
  static #GAP = 5;
  static #LINE = FONT_SIZE * 1.5;
  static #SLANT = -Math.PI / 4;
  static #BAR = 14;
  static #MOST_TICKS = 9;
  static #LABEL_SHARE = 0.32;

  constructor(canvas, data) {
    this.canvas = canvas;
    this.axes = data.axes;
    this.framed = data.framed;
    this.artists = data.artists.map(Plane.#unpacked);
    this.isMap = data.artists.some((artist) => artist.kind === "heatmap");
    this.besideMaps = this.isMap;
    this.hidden = new Set();
    this.bars = this.artists.flatMap((artist) =>
      artist.bar?.length ? [{ artist, axis: artist.bar[0] }] : [],
    );
    this.tip = new Tip(canvas.parentElement);
    this.sheet = new Sheet(canvas, this.#heightOf.bind(this), this.#paint.bind(this));
    canvas.addEventListener("pointermove", (event) => this.#read(event));
    canvas.addEventListener("pointerdown", (event) => this.#read(event));
    canvas.addEventListener("pointerleave", () => this.tip.hide());
    if (data.legend) {
      this.#addLegend();
    }
  }

  static #unpacked(artist) {
    const fields = artists[artist.kind].fields.map((name) => [name, unpack(artist[name])]);
    return { ...artist, ...Object.fromEntries(fields) };
  }

  /** Pictures are wider than high; beside maps they are higher. Names need a row each. */
  #heightOf(width) {
    if (!this.framed) {
      return clamp(width * 0.4, 220, 420);
    }
    const rows = this.axes[1].names?.length ?? 0;
    const usual = clamp(width * (this.besideMaps ? 0.8 : 0.6), 200, 440);
    return Math.max(usual, rows * FONT_SIZE * 1.9 + 70);
  }

  #shown() {
    return this.artists.filter((artist) => !this.hidden.has(artist.label));
  }

  #paint(context, width, height) {
    const layout = this.#layout(context, width, height);
    const plane = new Area(this.axes, layout.area);
    this.area = plane;
    if (this.framed && this.bars.length === 0) {
      this.#paintGrid(context, plane, layout);
    }
    context.save();
    const { left, right, top, bottom } = layout.area;
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    for (const artist of this.#shown()) {
      artists[artist.kind].paint(context, artist, plane);
    }
    context.restore();
    this.bars.forEach((bar) => Plane.#paintBar(context, bar, layout));
    if (this.framed) {
      this.#paintFrame(context, plane, layout);
    }
  }

  /** Where the axes are, so that all texts stay in the picture: {area, ticks, labels, slanted}. */
  #layout(context, width, height) {
    if (!this.framed) {
      return { area: { left: 0, right: width, top: 0, bottom: height } };
    }
    const line = Plane.#LINE;
    const outside = Plane.#TICK + Plane.#GAP;
    const top = line / 2;
    let bottom = height - outside - line - (this.axes[0].label ? line : 0);
    const most = (pixels) => clamp(Math.floor(pixels), 1, Plane.#MOST_TICKS);
    const longest = width * Plane.#LABEL_SHARE;
    const yTicks = ticksFor(this.axes[1], most((bottom - top) / (2 * FONT_SIZE)));
    const yLabels = yTicks.labels.map((label) => shortened(context, label, longest));
    const yLabel = labelOf(this.axes[1], yTicks);
    const left = outside + widest(context, yLabels) + (yLabel ? line : 0);
    const right = width - this.#room(context, bottom - top);
    const xTicks = this.#xTicks(context, right - left);
    const xLabels = xTicks.labels.map((label) => shortened(context, label, height * 0.4));
    const slanted = this.#isCrowded(context, xTicks, right - left);
    const depth = slanted ? widest(context, xLabels) * Math.SQRT1_2 : 0;
    bottom -= depth;
    const area = { left, right, top, bottom };
    return { area, xTicks, xLabels, yTicks, yLabels, yLabel, slanted, depth };
  }

  /** Beside the axes on the right: half a label, and colour bars. */
  #room(context, height) {
    const bars = this.bars.map(({ axis }) => Plane.#barRoom(context, axis, height));
    return bars.reduce((sum, room) => sum + room, 10);
  }

  static #barTicks(axis, height) {
    return ticksFor(axis, clamp(Math.floor(height / (2 * FONT_SIZE)), 1, Plane.#MOST_TICKS));
  }

  static #barRoom(context, axis, height) {
    const labels = widest(context, Plane.#barTicks(axis, height).labels);
    return Plane.#BAR + FONT_SIZE + 2 * Plane.#TICK + labels + Plane.#LINE;
  }

  /** As many ticks as have room for their labels. */
  #xTicks(context, width) {
    const most = clamp(Math.floor(width / (3 * FONT_SIZE)), 1, Plane.#MOST_TICKS);
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

  #paintGrid(context, plane, { area, xTicks, yTicks }) {
    for (const place of xTicks.at) {
      const x = plane.xAt(place);
      stroke(context, vertical(x, area.top, area.bottom), theme.grid, 1);
    }
    for (const place of yTicks.at) {
      const y = plane.yAt(place);
      stroke(context, horizontal(y, area.left, area.right), theme.grid, 1);
    }
  }

  #paintFrame(context, plane, layout) {
    const { left, right, top, bottom } = layout.area;
    context.strokeStyle = theme.edge;
    context.lineWidth = 1;
    context.strokeRect(left, top, right - left, bottom - top);
    this.#paintXAxis(context, plane, layout);
    this.#paintYAxis(context, plane, layout);
  }

  #paintXAxis(context, plane, { area, xTicks, xLabels, slanted, depth }) {
    const bottom = area.bottom;
    const y = bottom + Plane.#TICK + Plane.#GAP + FONT_SIZE * 0.4;
    xTicks.at.forEach((place, i) => {
      const x = plane.xAt(place);
      stroke(context, vertical(x, bottom, bottom + Plane.#TICK), theme.edge, 1);
      const turned = slanted ? { angle: Plane.#SLANT, anchor: "end" } : { anchor: "middle" };
      write(context, { text: xLabels[i], x, y, ...turned });
    });
    for (const place of xTicks.minor) {
      const x = plane.xAt(place);
      stroke(context, vertical(x, bottom, bottom + Plane.#MINOR_TICK), theme.edge, 1);
    }
    write(context, {
      text: labelOf(this.axes[0], xTicks),
      x: (area.left + area.right) / 2,
      y: bottom + Plane.#TICK + Plane.#GAP + depth + Plane.#LINE * 1.4,
      anchor: "middle",
    });
  }

  #paintYAxis(context, plane, { area, yTicks, yLabels, yLabel }) {
    const left = area.left;
    yTicks.at.forEach((place, i) => {
      const y = plane.yAt(place);
      stroke(context, horizontal(y, left - Plane.#TICK, left), theme.edge, 1);
      write(context, { text: yLabels[i], x: left - Plane.#TICK - 3, y, anchor: "end" });
    });
    for (const place of yTicks.minor) {
      const y = plane.yAt(place);
      stroke(context, horizontal(y, left - Plane.#MINOR_TICK, left), theme.edge, 1);
    }
    write(context, {
      text: yLabel,
      x: FONT_SIZE * 0.6,
      y: (area.top + area.bottom) / 2,
      angle: -Math.PI / 2,
      anchor: "middle",
    });
  }

  static #paintBar(context, { artist, axis }, { area }) {
    const colors = colorMaps[artist.map];
    const [left, right] = [area.right + FONT_SIZE, area.right + FONT_SIZE + Plane.#BAR];
    const height = area.bottom - area.top;
    const edge = (i) => sharp(area.bottom - (i * height) / colors.length);
    colors.forEach((color, i) => {
      context.fillStyle = color;
      context.fillRect(left, edge(i + 1), right - left, edge(i) - edge(i + 1));
    });
    context.strokeStyle = theme.edge;
    context.strokeRect(left, area.top, right - left, height);
    const ticks = Plane.#barTicks(axis, height);
    ticks.at.forEach((place, i) => {
      const y = area.bottom - height * fractionOfPlace(axis, place);
      stroke(context, horizontal(y, right, right + Plane.#TICK), theme.edge, 1);
      write(context, { text: ticks.labels[i], x: right + 2 * Plane.#TICK, y, anchor: "start" });
    });
    write(context, {
      text: labelOf(axis, ticks),
      x: right + 2 * Plane.#TICK + widest(context, ticks.labels) + Plane.#LINE * 0.7,
      y: (area.top + area.bottom) / 2,
      angle: -Math.PI / 2,
      anchor: "middle",
    });
  }

  #addLegend() {
    const labels = [...new Set(this.artists.map((artist) => artist.label))].filter(Boolean);
    const legend = document.createElement("div");
    legend.className = "legend";
    for (const label of labels) {
      legend.append(this.#legendButton(label));
    }
    if (labels.length > 0) {
      this.canvas.parentElement.after(legend);
    }
  }

  #legendButton(label) {
    const button = document.createElement("button");
    const text = document.createElement("span");
    text.textContent = label;
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    const key = this.artists.find((artist) => artist.label === label);
    button.append(legendKey(key), text);
    button.addEventListener("click", () => {
      const shown = this.hidden.delete(label) || !this.hidden.add(label);
      button.setAttribute("aria-pressed", String(shown));
      this.sheet.request();
    });
    return button;
  }

  /** Shows what is nearest to the pointer; of lines all at the same x. */
  #read({ offsetX: x, offsetY: y }) {
    if (!this.area?.holds(x, y)) {
      this.tip.hide();
      return;
    }
    const readings = this.#shown()
      .map((artist) => ({ artist, reading: artists[artist.kind].read(artist, this.area, x, y) }))
      .filter(({ reading }) => reading);
    const others = readings.filter(({ artist }) => artist.kind !== "line");
    const lines = readings.filter(({ artist }) => artist.kind === "line");
    if (others.length > 0) {
      const nearest = others.reduce((a, b) => (b.reading.distance < a.reading.distance ? b : a));
      const { x: atX, y: atY, heading, rows } = nearest.reading;
      this.tip.show(atX, atY, heading ?? "", rows);
    } else if (lines.length > 0) {
      this.#showLines(lines, x);
    } else {
      this.tip.hide();
    }
  }

  #showLines(lines, x) {
    const near = Math.min(...lines.map(({ reading }) => Math.abs(reading.x - x)));
    const first = lines.find(({ reading }) => Math.abs(reading.x - x) === near).reading;
    const together = lines.filter(({ reading }) => Math.abs(reading.x - first.x) < 2);
    const rows = together.flatMap(({ reading }) => reading.rows).slice(0, 12);
    const heading = `${this.axes[0].label} ${readable(this.axes[0], first.at)}`;
    const { top, bottom } = this.area.area;
    this.tip.show(first.x, first.y, heading, rows, { top, height: bottom - top });
  }
}

function widest(context, labels) {
  return Math.max(0, ...labels.map((label) => context.measureText(label).width));
}

function vertical(x, from, to) {
  return [
    { x, y: from },
    { x, y: to },
  ];
}

function horizontal(y, from, to) {
  return [
    { x: from, y },
    { x: to, y },
  ];
}

/** A small picture of an artist for the legend: a canvas of its own, drawn in the page's theme. */
function legendKey(artist) {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const axis = { low: 0, high: 1, log: false, inverted: false };
  const middle = { ...artist, x: [0.5], y: [0.5], positions: [0.5], centers: [0.5] };
  const samples = {
    line: { ...artist, x: [0, 1], y: [0.5, 0.5] },
    points: middle,
    intervals: { ...middle, vertical: false, low: [0], high: [1] },
    reference: { ...artist, vertical: false, value: 0.5 },
  };
  const sample = samples[artist.kind];
  const paint = (context, width, height) => {
    const plane = new Area([axis, axis], { left: 1, right: width - 1, top: 0, bottom: height });
    if (sample) {
      artists[artist.kind].paint(context, sample, plane);
    } else {
      context.rect(1, 2, width - 2, height - 4);
      fill(context, artist.color, artist.opacity ?? (artist.kind === "boxes" ? 0.5 : 1));
    }
  };
  const holder = document.createElement("span");
  holder.className = "key";
  holder.append(canvas);
  legendKeys.push(new Sheet(canvas, () => 12, paint));
  return holder;
}

const legendKeys = [];
