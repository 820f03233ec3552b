/** Fills the path in a figure's colour. */
function fill(context, color, opacity) {
  context.globalAlpha = opacity;
  context.fillStyle = inTheme(color);
  context.fill();
  context.globalAlpha = 1;
}

const DASHES = { solid: [], dashed: [3.7, 1.6], dash_dot: [6.4, 1.6, 1, 1.6], dotted: [1, 1.65] };

function dashed(context, { style, width }) {
  context.setLineDash(DASHES[style].map((length) => length * width * POINT));
}

/** Opens a path through the points; a point without a place is a gap. */
function polyline(context, xs, ys, plane) {
  context.beginPath();
  let open = false;
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [plane.x(xs[i]), plane.y(ys[i])];
    if (Number.isNaN(x + y)) {
      open = false;
    } else if (open) {
      context.lineTo(x, y);
    } else {
      context.moveTo(x, y);
      open = true;
    }
  }
}

/** The stretches of a band without gaps, each from a number up to another. */
function* runs(artist, plane) {
  let start = 0;
  for (let i = 0; i <= artist.x.length; i++) {
    const hole = Number.isNaN(
      plane.x(artist.x[i]) + plane.y(artist.low[i]) + plane.y(artist.high[i]),
    );
    if (i === artist.x.length || hole) {
      if (i > start + 1) {
        yield [start, i];
      }
      start = i + 1;
    }
  }
}

/** Adds a marker to the path. */
function marker(context, shape, x, y, size) {
  const r = size / 2;
  const polygon = (...corners) => {
    corners.forEach(([dx, dy], i) =>
      i === 0 ? context.moveTo(x + dx * r, y + dy * r) : context.lineTo(x + dx * r, y + dy * r),
    );
    context.closePath();
  };
  const a = 0.33;
  const shapes = {
    circle: () => {
      context.moveTo(x + r, y);
      context.arc(x, y, r, 0, 2 * Math.PI);
    },
    square: () => polygon([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]),
    diamond: () => polygon([0, -1.2], [1, 0], [0, 1.2], [-1, 0]),
    triangle: () => polygon([0, -1.1], [1.1, 0.9], [-1.1, 0.9]),
    cross: () =>
      polygon(
        [0, -a],
        [1 - a, -1],
        [1, a - 1],
        [a, 0],
        [1, 1 - a],
        [1 - a, 1],
        [0, a],
        [a - 1, 1],
        [-1, 1 - a],
        [-a, 0],
        [-1, a - 1],
        [a - 1, -1],
      ),
  };
  shapes[shape]();
}

/** Draws a point, from its rims to its hole. */
function paintPoint(context, artist, x, y) {
  const disc = (size, style) => {
    context.beginPath();
    marker(context, artist.marker, x, y, size * POINT);
    context.fillStyle = style;
    context.fill();
  };
  context.globalAlpha = artist.opacity;
  if (artist.rim > 0) {
    disc(artist.size + 2 * artist.rim + 1, "#000000");
    disc(artist.size + 2 * artist.rim, "#ffffff");
  }
  // on maps, which have the same colours in each theme, points have theirs
  disc(artist.size, artist.rim > 0 ? artist.color : inTheme(artist.color));
  if (artist.hole > 0) {
    disc(artist.size * artist.hole, "#ffffff");
  }
  context.globalAlpha = 1;
}

/** The number of the point of a line that is nearest along x and has a place; -1 if none has. */
function nearestAlong(artist, plane, x) {
  let nearest = -1;
  let best = Infinity;
  for (let i = 0; i < artist.x.length; i++) {
    const distance = Math.abs(plane.x(artist.x[i]) - x);
    if (distance < best && !Number.isNaN(plane.y(artist.y[i]))) {
      [nearest, best] = [i, distance];
    }
  }
  return nearest;
}

function pointRows(artist, plane, i) {
  const label = artist.label ? [{ name: artist.label, value: "", color: artist.color }] : [];
  return [
    ...label,
    { name: plane.axes[0].label || "x", value: readable(plane.axes[0], artist.x[i]) },
    { name: plane.axes[1].label || "y", value: readable(plane.axes[1], artist.y[i]) },
  ];
}

function bounds(points) {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function grown(box, pixels) {
  return {
    left: box.left - pixels,
    right: box.right + pixels,
    top: box.top - pixels,
    bottom: box.bottom + pixels,
  };
}

/** The rectangle between two values at the position with a number. */
function rectangle(artist, plane, i, from, to) {
  const half = artist.width / 2;
  return bounds([
    plane.point(artist.vertical, artist.positions[i] - half, from),
    plane.point(artist.vertical, artist.positions[i] + half, to),
  ]);
}

function barOf(artist, plane, i) {
  return rectangle(artist, plane, i, plane.base(artist.vertical), artist.values[i]);
}

function paintBox(context, artist, plane, position, i) {
  const color = inTheme(artist.color);
  const body = rectangle(artist, plane, i, artist.firstQuartiles[i], artist.thirdQuartiles[i]);
  if (Number.isNaN(body.left + body.top)) {
    return;
  }
  context.beginPath();
  context.rect(body.left, body.top, body.right - body.left, body.bottom - body.top);
  fill(context, artist.color, 0.35);
  context.strokeStyle = color;
  context.lineWidth = POINT;
  context.stroke();
  const at = (place, value) => plane.point(artist.vertical, place, value);
  const across = (value, half) => [at(position - half, value), at(position + half, value)];
  const whisker = (from, to) => {
    stroke(context, [at(position, from), at(position, to)], color, POINT);
    stroke(context, across(to, artist.width / 4), color, POINT);
  };
  whisker(artist.firstQuartiles[i], artist.lowWhiskers[i]);
  whisker(artist.thirdQuartiles[i], artist.highWhiskers[i]);
  stroke(context, across(artist.medians[i], artist.width / 2), theme.text, 1.5 * POINT);
}

/** What the first of the boxes that holds a pixel says. */
function readBoxes(numbers, boxOf, x, y, say) {
  for (const i of numbers) {
    const box = boxOf(i);
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) {
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      return { distance: 6, ...middle, ...say(i) };
    }
  }
  return null;
}

function cellOf(artist, plane, i) {
  const columns = artist.xEdges.length - 1;
  const [row, column] = [Math.floor(i / columns), i % columns];
  return bounds([
    { x: plane.x(artist.xEdges[column]), y: plane.y(artist.yEdges[row]) },
    { x: plane.x(artist.xEdges[column + 1]), y: plane.y(artist.yEdges[row + 1]) },
  ]);
}

function cellColor(artist, value) {
  const low = placeOf(artist, artist.low);
  const size = placeOf(artist, artist.high) - low;
  return colorMaps[artist.map][colorStep(size > 0 ? (placeOf(artist, value) - low) / size : 0)];
}

/** Nothing where the cell is too small; the tip tells it. */
function paintCellText(context, artist, plane, text, i) {
  const { left, top, right, bottom } = cellOf(artist, plane, i);
  const wide = context.measureText(text).width + 4 > right - left;
  if (!text || wide || bottom - top < FONT_SIZE) {
    return;
  }
  const value = artist.values[i];
  const dark = !Number.isNaN(value) && luminance(cellColor(artist, value)) < 0.46;
  const color = Number.isNaN(value) ? theme.text : dark ? "#ffffff" : "#000000";
  write(context, {
    text,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    anchor: "middle",
    color,
  });
}
