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
