/** Pixels; letters are a little smaller than the page's. */
const FONT_SIZE = 12;
const POINT = 4 / 3;

/** Pixels of a picture for each of the page, on paper: about 290 an inch. */
const PAPER_DENSITY = 3;

/** Browsers draw nothing on canvases that are longer. */
const MOST_PIXELS = 32000;

/** The colours of the page's theme, for canvases. */
const theme = {};

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["text", "muted", "grid", "edge", "pane-x", "pane-y", "pane-z"]) {
    theme[name] = style.getPropertyValue("--" + name).trim();
  }
  theme.dark = style.getPropertyValue("--dark").trim() === "1";
  theme.font = `${FONT_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
}

/** Red, green and blue of a colour such as #0072b2. */
function channelsOf(color) {
  return [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
}

/** How bright a colour looks, 0 to 1, as in Java's Color. */
function luminance(color) {
  const [red, green, blue] = channelsOf(color);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** A figure's colour; on dark, near-black becomes the colour of text, and dark colours lighter. */
function inTheme(color) {
  if (!theme.dark || luminance(color) > 0.5) {
    return color;
  }
  const channels = channelsOf(color);
  const lighter = channels.map((channel) => Math.round(channel + 0.3 * (255 - channel)));
  return Math.max(...channels) < 0x60 ? theme.text : `rgb(${lighter})`;
}

/** The nearest place between two pixels of the screen, where edges are sharp and leave no seams. */
function sharp(pixel) {
  const density = window.devicePixelRatio || 1;
  return Math.round(pixel * density) / density;
}

/**
 * A canvas as wide as its place and as sharp as the screen. It is drawn at once when it is made, so
 * that whoever sees the page sees the picture; later changes are drawn once a frame at most, and
 * only while it is near the window.
 */
class Sheet {
  static #waiting = new Set();
  static #byStage = new WeakMap();
  // in the next frame, since new heights would at once be changes of size again
  static #sizes = new ResizeObserver((entries) =>
    requestAnimationFrame(() => {
      entries.forEach((entry) => Sheet.#byStage.get(entry.target).#resized());
    }),
  );
  static #places = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        Sheet.#byStage.get(entry.target).#appear(entry.isIntersecting);
      }
    },
    { rootMargin: "200px" },
  );

  /**
   * @param canvas in its stage, in the document
   * @param heightOf the height that suits a width, in pixels
   * @param paint draws on a context of a width and a height
   */
  constructor(canvas, heightOf, paint) {
    this.canvas = canvas;
    this.heightOf = heightOf;
    this.paint = paint;
    this.near = true;
    this.stale = true;
    this.width = 0;
    const stage = canvas.parentElement;
    Sheet.#byStage.set(stage, this);
    Sheet.#sizes.observe(stage);
    Sheet.#places.observe(stage);
  }

  /** Only a new width asks for another picture. */
  #resized() {
    const width = this.canvas.clientWidth;
    if (width !== this.width) {
      this.canvas.style.height = Math.round(this.heightOf(width)) + "px";
      this.request();
    }
  }

  #appear(near) {
    this.near = near;
    if (near && this.stale) {
      this.request();
    }
  }

  /** Draws before the next frame is shown. */
  request() {
    this.stale = true;
    if (!this.near) {
      return;
    }
    if (Sheet.#waiting.size === 0) {
      requestAnimationFrame(Sheet.#drawWaiting);
    }
    Sheet.#waiting.add(this);
  }

  static #drawWaiting() {
    const sheets = [...Sheet.#waiting];
    Sheet.#waiting.clear();
    Sheet.drawAll(sheets.filter((sheet) => sheet.near));
  }

  /** Draws sheets as wide as they are on the screen; their widths are read before any height changes. */
  static drawAll(sheets) {
    sheets.forEach((sheet) => (sheet.width = sheet.canvas.clientWidth));
    sheets.forEach((sheet) => sheet.#draw(sheet.width, window.devicePixelRatio || 1));
  }

  /** Draws it for a place of a width on paper. */
  drawOnPaper(width) {
    this.#draw(width, PAPER_DENSITY);
  }

  #draw(width, wanted) {
    if (width === 0) {
      return;
    }
    const height = Math.round(this.heightOf(width));
    const density = Math.min(wanted, MOST_PIXELS / height);
    this.canvas.style.height = height + "px";
    this.canvas.width = Math.round(width * density);
    this.canvas.height = Math.round(height * density);
    const context = this.canvas.getContext("2d");
    context.scale(density, density);
    context.font = theme.font;
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    this.paint(context, width, height);
    this.stale = false;
  }
}

/** Opens a path through points {x, y}. */
function trace(context, points) {
  context.beginPath();
  points.forEach((point, i) => {
    if (i === 0) {
      context.moveTo(point.x, point.y);
    } else {
      context.lineTo(point.x, point.y);
    }
  });
}

function stroke(context, points, color, width) {
  trace(context, points);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}

/** The height of capital letters in shares of an em. */
const CAPITALS = 0.72;

/**
 * Writes words: {text, x, y, angle, anchor: start, middle or end, color, size}; y is the middle of
 * their capital letters.
 */
function write(context, words) {
  const size = words.size ?? FONT_SIZE;
  context.save();
  context.font = theme.font.replace(/^\d+px/, size + "px");
  context.translate(words.x, words.y);
  context.rotate(words.angle ?? 0);
  context.textAlign = words.anchor === "middle" ? "center" : (words.anchor ?? "center");
  context.fillStyle = words.color ?? theme.text;
  context.fillText(words.text, 0, (size * CAPITALS) / 2);
  context.restore();
}

/** The text, cut so that it is no wider than some pixels. */
function shortened(context, text, width) {
  if (context.measureText(text).width <= width) {
    return text;
  }
  const letters = [...text];
  while (letters.length > 1 && context.measureText(letters.join("") + "…").width > width) {
    letters.pop();
  }
  return letters.join("") + "…";
}
