/** One axis of a box: the edge it runs along, its ticks and texts; as in Java's BoxEdge. */
class BoxEdge {
  /** The coordinate along which the ticks of each axis stand off. */
  static #SIDEWAYS = [1, 0, 0];
  static #TICK_INWARDS = 0.008;
  static #TICK_OUTWARDS = 0.016;

  /** Distances of texts in ems. */
  static #TICK_LABELS = 1.55;
  static #LABEL = 3.2;
  static #GAP = 0.3;
  static #SHORTEST = 2.5;

  /**
   * @param index 0 for x, 1 for y, 2 for z
   * @param size of letters, in pixels
   */
  constructor(box, index, axis, ticks, size) {
    this.box = box;
    this.index = index;
    this.axis = axis;
    this.ticks = ticks;
    this.size = size;
    this.first = box.back();
    const side = BoxEdge.#SIDEWAYS[index];
    this.first[side] = 1 - this.first[side];
    this.last = this.first.slice();
    this.last[index] = 1 - this.last[index];
    this.start = box.corner(this.first);
    this.end = box.corner(this.last);
  }

  #at(along) {
    const point = this.first.slice();
    point[this.index] = along;
    return point;
  }

  /** The two ends of each tick. */
  tickLines() {
    const side = BoxEdge.#SIDEWAYS[this.index];
    const outwards = this.first[side] === 1 ? 1 : -1;
    return this.ticks.at.map((place) => {
      const inner = this.#at(fractionOfPlace(this.axis, place));
      const outer = inner.slice();
      inner[side] -= outwards * BoxEdge.#TICK_INWARDS;
      outer[side] += outwards * BoxEdge.#TICK_OUTWARDS;
      return [this.box.corner(inner), this.box.corner(outer)];
    });
  }

  /** A point of the edge moved away from the middle of the box in the other two directions. */
  #beside(along, distance) {
    const point = this.#at(along);
    for (let i = 0; i < 3; i++) {
      if (i !== this.index) {
        point[i] += ((point[i] > 0.5 ? 1 : -1) * distance) / this.box.side;
      }
    }
    return this.box.corner(point);
  }

  /** All texts of the axis; of an axis seen end on none, and no tick labels over others. */
  words(context) {
    const length = Math.hypot(this.end.x - this.start.x, this.end.y - this.start.y);
    if (length < BoxEdge.#SHORTEST * this.size) {
      return [];
    }
    const words = this.#tickWords(context);
    const label = labelOf(this.axis, this.ticks);
    return label ? [...words, this.#placed(context, label, words)] : words;
  }

  /** Each tick's label, or every second, third … */
  #tickWords(context) {
    const all = this.ticks.at.map((place, i) => {
      const at = this.#beside(fractionOfPlace(this.axis, place), BoxEdge.#TICK_LABELS * this.size);
      return this.#words(this.ticks.labels[i], at.x, at.y, 0);
    });
    let words = all;
    for (let step = 2; step <= all.length && BoxEdge.#overlap(context, words); step++) {
      words = all.filter((_, i) => i % step === 0);
    }
    return words;
  }

  static #overlap(context, words) {
    return words.slice(1).some((second, i) => {
      const first = words[i];
      const [a, b] = [halfSize(context, first), halfSize(context, second)];
      const beside = Math.abs(first.x - second.x) > a.x + b.x;
      return !beside && Math.abs(first.y - second.y) < (a.y + b.y) * 0.75;
    });
  }

  #words(text, x, y, angle) {
    return { text, x, y, angle, anchor: "middle", size: this.size };
  }

  /** The label where matplotlib has it, or farther out where tick labels are wide. */
  #placed(context, label, tickWords) {
    const middle = this.box.corner(this.#at(0.5));
    const usual = this.#beside(0.5, BoxEdge.#LABEL * this.size);
    const distance = Math.hypot(usual.x - middle.x, usual.y - middle.y);
    const away = {
      x: (usual.x - middle.x) / distance,
      y: (usual.y - middle.y) / distance,
    };
    const angle = label.length > 4 ? this.#angle() : 0;
    const own = extent(context, this.#words(label, 0, 0, angle), away);
    const needed = this.#reach(context, tickWords, away) + BoxEdge.#GAP * this.size + own;
    const far = Math.max(distance, needed);
    const [x, y] = [middle.x + far * away.x, middle.y + far * away.y];
    return this.#words(label, x, y, angle);
  }

  /** How far the tick labels reach from the edge in a direction. */
  #reach(context, tickWords, away) {
    const along = Math.hypot(this.end.x - this.start.x, this.end.y - this.start.y) || 1;
    const normal = {
      x: (this.start.y - this.end.y) / along,
      y: (this.end.x - this.start.x) / along,
    };
    const share = Math.abs(normal.x * away.x + normal.y * away.y);
    const reaches = tickWords.map((words) => {
      const offset = normal.x * (words.x - this.start.x) + normal.y * (words.y - this.start.y);
      return (Math.abs(offset) + extent(context, words, normal)) / Math.max(share, 0.5);
    });
    return Math.max(0, ...reaches);
  }

  /** The direction of the edge, so that text along it is not upside down. */
  #angle() {
    const angle = Math.atan2(this.end.y - this.start.y, this.end.x - this.start.x);
    if (angle >= Math.PI / 2) {
      return angle - Math.PI;
    }
    return angle < -Math.PI / 2 ? angle + Math.PI : angle;
  }
}

/** Half the width and half the height of the box around words. */
function halfSize(context, words) {
  const width = (context.measureText(words.text).width * words.size) / FONT_SIZE;
  const height = words.size * 0.96;
  const [cos, sin] = [Math.abs(Math.cos(words.angle)), Math.abs(Math.sin(words.angle))];
  return { x: (width * cos + height * sin) / 2, y: (width * sin + height * cos) / 2 };
}

/** How far words reach from their middle in a direction. */
function extent(context, words, direction) {
  const half = halfSize(context, words);
  return Math.abs(direction.x) * half.x + Math.abs(direction.y) * half.y;
}
