/** The perspective of matplotlib and of Java's Camera: a box of 4 : 4 : 3, ten units from the eye. */
class Camera {
  static #DISTANCE = 10;
  static #UNIT = (1.8294640721620434 * 25) / 24 / Math.sqrt(41);
  static #BOX = [4 * Camera.#UNIT, 4 * Camera.#UNIT, 3 * Camera.#UNIT];

  /** Angles are in degrees. */
  constructor(elevation, azimuth) {
    const [up, around] = [(elevation * Math.PI) / 180, (azimuth * Math.PI) / 180];
    const [cos, sin] = [Math.cos(up), Math.sin(up)];
    this.toEye = [cos * Math.cos(around), cos * Math.sin(around), sin];
    this.toRight = [-Math.sin(around), Math.cos(around), 0];
    this.upwards = [-sin * Math.cos(around), -sin * Math.sin(around), cos];
  }

  /** A point of the box, each coordinate from 0 to 1: right of the middle, above it, and depth. */
  see(x, y, z) {
    const from = [
      (x - 0.5) * Camera.#BOX[0],
      (y - 0.5) * Camera.#BOX[1],
      (z - 0.5) * Camera.#BOX[2],
    ];
    const depth = Camera.#DISTANCE - Camera.#dot(from, this.toEye);
    return {
      x: Camera.#dot(from, this.toRight) / depth,
      y: Camera.#dot(from, this.upwards) / depth,
      depth,
    };
  }

  static #dot(a, b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}

/** The box that a surface stands in, at its place in the picture; as in Java's Box. */
class Box {
  /** The width of matplotlib's view at the focal length. */
  static #VIEW = 0.185;

  /**
   * @param side the width of matplotlib's square axes, in pixels
   * @param middle where the middle of the box is, {x, y}
   */
  constructor(camera, side, middle) {
    this.camera = camera;
    this.side = side;
    this.middle = middle;
  }

  /** A point by its distances from the first corner, each from 0 to 1: {x, y, depth}. */
  corner([x, y, z]) {
    const seen = this.camera.see(x, y, z);
    const scale = this.side / Box.#VIEW;
    return {
      x: this.middle.x + scale * seen.x,
      y: this.middle.y - scale * seen.y,
      depth: seen.depth,
    };
  }

  /** The corner farthest from the eye: 0 or 1 along each axis. */
  back() {
    return [0, 1, 2].map((axis) => {
      const [first, last] = [
        [0.5, 0.5, 0.5],
        [0.5, 0.5, 0.5],
      ];
      first[axis] = 0;
      last[axis] = 1;
      return this.corner(last).depth > this.corner(first).depth ? 1 : 0;
    });
  }
}
