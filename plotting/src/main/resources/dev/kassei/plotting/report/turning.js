/** Turns and enlarges a surface by mouse, fingers and keys. */
class Turning {
  static #DEGREES_PER_PIXEL = 0.5;
  static #KEYS = {
    ArrowLeft: [-5, 0],
    ArrowRight: [5, 0],
    ArrowUp: [0, 5],
    ArrowDown: [0, -5],
  };

  /**
   * @param space the surface under the pointer
   * @param look tells how it is seen from now on
   * @param turning tells whether it is being turned
   */
  constructor(space, look, turning) {
    this.space = space;
    this.look = look;
    this.turning = turning;
    this.pointers = new Map();
    this.pressed = false;
    const canvas = space.canvas;
    canvas.addEventListener("pointerdown", (event) => this.#press(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerup", (event) => this.#release(event));
    canvas.addEventListener("pointercancel", (event) => this.#release(event));
    canvas.addEventListener("pointerleave", () => this.#leave());
    canvas.addEventListener("dblclick", () => this.reset());
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    canvas.addEventListener("keydown", (event) => this.#key(event));
  }

  reset() {
    this.look({ ...this.space.home });
  }

  #press(event) {
    if (event.button !== 0) {
      return;
    }
    this.space.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.pressed = true;
    this.moved = false;
  }

  #move(event) {
    const last = this.pointers.get(event.pointerId);
    if (!last) {
      this.space.read(event.offsetX, event.offsetY);
      return;
    }
    const spread = this.#spread();
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (dx === 0 && dy === 0) {
      return;
    }
    this.moved = true;
    this.turning(true);
    const zoom = spread > 0 ? this.#spread() / spread : 1;
    const share = Turning.#DEGREES_PER_PIXEL / this.pointers.size;
    this.#turn(-dx * share, dy * share, zoom);
  }

  /** The distance between two fingers; 0 for one. */
  #spread() {
    const [first, second] = [...this.pointers.values()];
    return second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;
  }

  #turn(around, upwards, zoom) {
    const view = this.space.view;
    this.look({
      azimuth: view.azimuth + around,
      elevation: view.elevation + upwards,
      zoom: clamp(view.zoom * zoom, 0.4, 8),
    });
  }

  /** A tap reads as hovering does. */
  #release(event) {
    if (!this.pointers.delete(event.pointerId)) {
      return;
    }
    this.turning(false);
    if (!this.moved && event.type === "pointerup") {
      this.space.read(event.offsetX, event.offsetY);
    }
  }

  #leave() {
    this.pressed = false;
    this.space.tip.hide();
  }

  /** Only after a press, or with Ctrl: else a page full of surfaces could not be scrolled. */
  #wheel(event) {
    if (!this.pressed && !event.ctrlKey && !event.metaKey) {
      return;
    }
    event.preventDefault();
    const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 16;
    this.#turn(0, 0, Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0015)));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const turn = Turning.#KEYS[event.key];
    if (turn) {
      this.#turn(turn[0], turn[1], 1);
    } else if (event.key === "+" || event.key === "=") {
      this.#turn(0, 0, 1.15);
    } else if (event.key === "-") {
      this.#turn(0, 0, 1 / 1.15);
    } else if (event.key === "0" || event.key === "r") {
      this.reset();
    } else {
      return;
    }
    event.preventDefault();
  }
}
