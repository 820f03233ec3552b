/** Two axes and what is drawn between them, with a legend that shows and hides. */
class Plane {
  constructor(canvas, data) {
    this.canvas = canvas;
    this.axes = data.axes;
    this.framed = data.framed;
    this.artists = data.artists.map(Plane.#unpacked);
    this.isMap = data.artists.some((artist) => artist.kind === "heatmap");
    this.besideMaps = this.isMap;
    this.hidden = new Set();
    this.bars = this.artists.flatMap((artist) =>
      artist.bar?.length ? [new ColorBar(colorMaps[artist.map], artist.bar[0])] : [],
    );
    this.frame = new Frame(this.axes, this.bars);
    this.tip = new Tip(canvas.parentElement);
    this.sheet = new Sheet(canvas, this.#heightOf.bind(this), this.#paint.bind(this));
    canvas.addEventListener("pointermove", (event) => this.#read(event));
    canvas.addEventListener("pointerdown", (event) => this.#read(event));
    canvas.addEventListener("pointerleave", () => this.tip.hide());
    if (data.legend) {
      addLegend(canvas, this.artists, (label) => this.#toggle(label));
    }
  }

  static #unpacked(artist) {
    const fields = artists[artist.kind].fields.map((name) => [name, unpack(artist[name])]);
    return { ...artist, ...Object.fromEntries(fields) };
  }

  /** Pictures are wider than high; beside maps they are higher. Names need a row each, and no more, as do diagrams' units. */
  #heightOf(width) {
    if (!this.framed) {
      const rows = this.axes[1].high - this.axes[1].low;
      return Math.max(clamp(width * 0.4, 220, 420), rows * FONT_SIZE * 1.6);
    }
    const rows = this.axes[1].names?.length ?? 0;
    const usual = clamp(width * (this.besideMaps ? 0.8 : 0.6), 200, Math.max(440, width / 2));
    const most = rows && !this.besideMaps ? rows * 60 + 110 : usual;
    return Math.max(Math.min(usual, most), rows * FONT_SIZE * 1.9 + 70);
  }

  /** Hides what has a label, or shows it again; tells whether it is shown. */
  #toggle(label) {
    const shown = this.hidden.delete(label) || !this.hidden.add(label);
    this.sheet.request();
    return shown;
  }

  #shown() {
    return this.artists.filter((artist) => !this.hidden.has(artist.label));
  }

  #paint(context, width, height) {
    const everything = { area: { left: 0, right: width, top: 0, bottom: height } };
    const layout = this.framed ? this.frame.layout(context, width, height) : everything;
    this.area = new Area(this.axes, layout.area);
    if (this.framed && !this.isMap) {
      this.frame.paintGrid(context, this.area, layout);
    }
    this.#paintArtists(context, layout.area);
    this.bars.forEach((bar) => bar.paint(context, layout.area));
    if (this.framed) {
      this.frame.paint(context, this.area, layout);
    }
  }

  #paintArtists(context, { left, right, top, bottom }) {
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    for (const artist of this.#shown()) {
      artists[artist.kind].paint(context, artist, this.area);
    }
    context.restore();
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
