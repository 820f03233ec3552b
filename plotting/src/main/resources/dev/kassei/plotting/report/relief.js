/** Heights over a mesh as quadrilaterals with colours, at several times. */
class Relief {
  constructor(data) {
    this.axes = data.axes;
    this.x = unpack(data.x);
    this.y = unpack(data.y);
    this.frames = data.z.map(unpack);
    this.colors = colorMaps[data.map];
    this.fractionsOfX = this.x.map((value) => fractionOf(this.axes[0], value));
    this.fractionsOfY = this.y.map((value) => fractionOf(this.axes[1], value));
    this.range = this.#range();
    this.tiles = new Map();
  }

  /** The least and the greatest mean height of a quadrilateral at any time. */
  #range() {
    const range = { low: Infinity, high: -Infinity };
    for (const heights of this.frames) {
      for (const tile of this.#quads(1)) {
        const mean = Relief.#mean(heights, tile);
        range.low = mean < range.low ? mean : range.low;
        range.high = mean > range.high ? mean : range.high;
      }
    }
    return range;
  }

  /** The numbers of the four corners of each quadrilateral, around it. */
  *#quads(step) {
    const [columns, rows] = [this.x.length, this.y.length];
    for (let row = 0; row < rows - 1; row += step) {
      const nextRow = Math.min(rows - 1, row + step) * columns;
      for (let column = 0; column < columns - 1; column += step) {
        const next = Math.min(columns - 1, column + step);
        const first = row * columns;
        yield [first + column, first + next, nextRow + next, nextRow + column];
      }
    }
  }

  static #mean(heights, [a, b, c, d]) {
    return (heights[a] + heights[b] + heights[c] + heights[d]) / 4;
  }

  /** The quadrilaterals at a time without those that have a hole: {corners, colors}. */
  tilesAt(frame, step) {
    const key = `${frame}/${step}`;
    if (!this.tiles.has(key)) {
      this.tiles.set(key, this.#tiles(this.frames[frame], step));
    }
    return this.tiles.get(key);
  }

  #tiles(heights, step) {
    const [corners, colors] = [[], []];
    const size = this.range.high - this.range.low;
    for (const tile of this.#quads(step)) {
      const mean = Relief.#mean(heights, tile);
      if (!Number.isNaN(placeOf(this.axes[2], mean))) {
        corners.push(...tile);
        colors.push(size > 0 ? colorStep((mean - this.range.low) / size) : 0);
      }
    }
    return { corners: Uint16Array.from(corners), colors: Uint8Array.from(colors) };
  }

  /** Where each point is in a box; beyond the limits the surface is cut off flat. */
  placesIn(box, frame) {
    const heights = this.frames[frame];
    const columns = this.x.length;
    return Array.from(heights, (height, i) => {
      const z = clamp(fractionOf(this.axes[2], height), 0, 1);
      const x = clamp(this.fractionsOfX[i % columns], 0, 1);
      const y = clamp(this.fractionsOfY[Math.floor(i / columns)], 0, 1);
      return box.corner([x, y, z]);
    });
  }
}
