/** A surface between three axes that can be turned. */
class Space {
  static #COARSE_FROM = 4;
  static #MOST_TICKS = 9;
  static #REACH = 24;
  static #SMALL = 340;
  static #USUAL_ELEVATIONS = [20, 35];

  constructor(canvas, data) {
    this.canvas = canvas;
    this.axes = data.axes;
    this.relief = new Relief(data);
    this.home = { elevation: data.elevation, azimuth: data.azimuth, zoom: 1 };
    this.view = { ...this.home };
    this.frame = this.relief.frames.length - 1;
    this.coarse = false;
    this.places = [];
    this.fitted = { key: "" };
    this.tip = new Tip(canvas.parentElement);
    this.sheet = new Sheet(canvas, Space.#heightOf, (...args) => this.#paint(...args));
    canvas.tabIndex = 0;
  }

  static #heightOf(width) {
    return clamp(width * 0.55, Math.min(width * 0.9, 520), 640);
  }

  /** Shows the surface from elsewhere. */
  look(view) {
    this.view = { ...view, elevation: clamp(view.elevation, -90, 90) };
    this.tip.hide();
    this.sheet.request();
  }

  /** Shows the surface at another time. */
  showFrame(frame) {
    this.frame = clamp(frame, 0, this.relief.frames.length - 1);
    this.tip.hide();
    this.sheet.request();
  }

  #paint(context, width, height) {
    const { side, middle, ticks, size } = this.#fit(context, width, height);
    const camera = new Camera(this.view.elevation, this.view.azimuth);
    const box = new Box(camera, side * this.view.zoom, middle);
    const back = box.back();
    [0, 1, 2].forEach((axis) => Space.#paintPane(context, box, back, axis));
    [0, 1, 2].forEach((axis) => this.#paintGrid(context, box, back, axis, ticks[axis]));
    for (const edge of this.#edges(box, ticks, size)) {
      this.#paintEdge(context, edge, width, height);
    }
    this.places = this.relief.placesIn(box, this.frame);
    this.#paintTiles(context, this.relief.tilesAt(this.frame, this.coarse ? 2 : 1));
  }

  #edges(box, ticks, size) {
    return [0, 1, 2].map((i) => new BoxEdge(box, i, this.axes[i], ticks[i], size));
  }

  /** The largest box whose texts stay in the picture from all usual sides, and its ticks. */
  #fit(context, width, height) {
    const key = `${width}×${height}`;
    if (this.fitted.key !== key) {
      const size = width < Space.#SMALL ? FONT_SIZE - 2 : FONT_SIZE;
      const fit = {
        key,
        size,
        side: Math.min(width, height) * 0.7,
        middle: { x: width / 2, y: 0 },
      };
      for (let i = 0; i < 4; i++) {
        const most = clamp(Math.floor(fit.side / (3 * size)), 2, Space.#MOST_TICKS);
        fit.ticks = this.axes.map((axis) => ticksFor(axis, most));
        const reach = this.#reach(context, fit);
        const slack = Math.min(width - 2 * reach.sideways, height - reach.down - reach.up);
        fit.middle.y = (height + reach.up - reach.down) / 2;
        fit.side = Math.max(20, fit.side + slack);
      }
      this.fitted = fit;
    }
    return this.fitted;
  }

  /** How far texts reach from the middle of the box, seen from all usual sides. */
  #reach(context, { side, ticks, size }) {
    const reach = { sideways: 0, up: 0, down: 0 };
    for (const elevation of Space.#USUAL_ELEVATIONS) {
      for (let azimuth = 0; azimuth < 360; azimuth += 30) {
        const box = new Box(new Camera(elevation, azimuth), side, { x: 0, y: 0 });
        reach.up = Math.max(reach.up, -box.corner([0, 0, 1]).y, -box.corner([1, 1, 1]).y);
        for (const words of this.#edges(box, ticks, size).flatMap((edge) => edge.words(context))) {
          const half = halfSize(context, words);
          reach.sideways = Math.max(reach.sideways, Math.abs(words.x) + half.x);
          reach.up = Math.max(reach.up, half.y - words.y);
          reach.down = Math.max(reach.down, half.y + words.y);
        }
      }
    }
    return reach;
  }

  static #paintPane(context, box, back, axis) {
    const [next, other] = [(axis + 1) % 3, (axis + 2) % 3];
    const corners = [0, 1, 2, 3].map((i) => {
      const corner = back.slice();
      corner[next] = i === 1 || i === 2 ? 1 : 0;
      corner[other] = i >= 2 ? 1 : 0;
      return box.corner(corner);
    });
    trace(context, corners);
    context.fillStyle = theme[["pane-x", "pane-y", "pane-z"][axis]];
    context.fill();
  }

  /** Lines on the two panes that the axis runs along. */
  #paintGrid(context, box, back, axis, ticks) {
    const [next, other] = [(axis + 1) % 3, (axis + 2) % 3];
    for (const place of ticks.at) {
      const middle = back.slice();
      middle[axis] = fractionOfPlace(this.axes[axis], place);
      const [first, last] = [middle.slice(), middle.slice()];
      first[next] = 1 - back[next];
      last[other] = 1 - back[other];
      const points = [first, middle, last].map((point) => box.corner(point));
      stroke(context, points, theme.grid, 1);
    }
  }

  #paintEdge(context, edge, width, height) {
    stroke(context, [edge.start, edge.end], theme.edge, 1);
    edge.tickLines().forEach((line) => stroke(context, line, theme.edge, 1));
    for (const words of edge.words(context)) {
      const half = halfSize(context, words);
      const inside = {
        x: clamp(words.x, half.x, width - half.x),
        y: clamp(words.y, half.y, height - half.y),
      };
      // texts of an enlarged box may leave the picture, as the box does
      write(context, this.view.zoom > 1 ? words : { ...words, ...inside });
    }
  }

  /** The farthest first; each is stroked in its own colour, so that there are no seams. */
  #paintTiles(context, { corners, colors }) {
    const at = (tile, corner) => this.places[corners[4 * tile + corner]];
    const depths = Float64Array.from(
      colors,
      (_, i) => at(i, 0).depth + at(i, 1).depth + at(i, 2).depth + at(i, 3).depth,
    );
    const order = Uint16Array.from(colors.keys()).sort((a, b) => depths[b] - depths[a]);
    context.lineWidth = 0.6;
    for (const tile of order) {
      context.beginPath();
      context.moveTo(at(tile, 0).x, at(tile, 0).y);
      context.lineTo(at(tile, 1).x, at(tile, 1).y);
      context.lineTo(at(tile, 2).x, at(tile, 2).y);
      context.lineTo(at(tile, 3).x, at(tile, 3).y);
      context.closePath();
      context.fillStyle = context.strokeStyle = this.relief.colors[colors[tile]];
      context.fill();
      context.stroke();
    }
  }

  /** Shows the values of the point nearest to a place; of those as near, the foremost. */
  read(x, y) {
    const nearest = this.#nearest(x, y);
    if (nearest < 0) {
      this.tip.hide();
      return;
    }
    const columns = this.relief.x.length;
    const values = [
      this.relief.x[nearest % columns],
      this.relief.y[Math.floor(nearest / columns)],
      this.relief.frames[this.frame][nearest],
    ];
    const rows = values.map((value, i) => ({
      name: this.axes[i].label || "xyz"[i],
      value: readable(this.axes[i], value),
    }));
    this.tip.show(this.places[nearest].x, this.places[nearest].y, "", rows);
  }

  #nearest(x, y) {
    let nearest = -1;
    let best = Infinity;
    this.places.forEach((place, i) => {
      const distance = Math.hypot(place.x - x, place.y - y);
      // a unit of depth counts as much as some pixels: what is in front hides what is behind
      const score = Math.max(distance, 4) + 8 * place.depth;
      if (distance < Space.#REACH && score < best) {
        [nearest, best] = [i, score];
      }
    });
    return nearest;
  }

  /** While many surfaces turn at once, each has a quarter of the quadrilaterals. */
  turning(isTurning, together) {
    const coarse = isTurning && together >= Space.#COARSE_FROM;
    if (coarse !== this.coarse) {
      this.coarse = coarse;
      this.sheet.request();
    }
  }
}
