/**
 * How each kind of artist is drawn on a plane, and what can be read of it at a pixel. Fields are
 * packed numbers. A reading is {distance, x, y, heading, rows}, in pixels; null where there is nothing.
 */
const artists = {
  line: {
    fields: ["x", "y"],
    paint(context, artist, plane) {
      dashed(context, artist);
      polyline(context, artist.x, artist.y, plane);
      context.strokeStyle = inTheme(artist.color);
      context.lineWidth = artist.width * POINT;
      context.stroke();
      context.setLineDash([]);
    },
    read(artist, plane, x, y) {
      const i = nearestAlong(artist, plane, x);
      if (i < 0) {
        return null;
      }
      const [atX, atY] = [plane.x(artist.x[i]), plane.y(artist.y[i])];
      const row = {
        name: artist.label || plane.axes[1].label,
        value: readable(plane.axes[1], artist.y[i]),
        color: artist.color,
      };
      return { distance: Math.abs(atY - y), x: atX, y: atY, at: artist.x[i], rows: [row] };
    },
  },

  band: {
    fields: ["x", "low", "high"],
    paint(context, artist, plane) {
      context.beginPath();
      for (const [from, to] of runs(artist, plane)) {
        for (let i = from; i < to; i++) {
          const [x, y] = [plane.x(artist.x[i]), plane.y(artist.low[i])];
          i === from ? context.moveTo(x, y) : context.lineTo(x, y);
        }
        for (let i = to - 1; i >= from; i--) {
          context.lineTo(plane.x(artist.x[i]), plane.y(artist.high[i]));
        }
        context.closePath();
      }
      fill(context, artist.color, artist.opacity);
    },
    read: () => null,
  },

  points: {
    fields: ["x", "y"],
    paint(context, artist, plane) {
      for (let i = 0; i < artist.x.length; i++) {
        const [x, y] = [plane.x(artist.x[i]), plane.y(artist.y[i])];
        if (!Number.isNaN(x + y)) {
          paintPoint(context, artist, x, y);
        }
      }
    },
    read(artist, plane, x, y) {
      let nearest = null;
      for (let i = 0; i < artist.x.length; i++) {
        const [atX, atY] = [plane.x(artist.x[i]), plane.y(artist.y[i])];
        const distance = Math.hypot(atX - x, atY - y);
        if (distance < 12 && (!nearest || distance < nearest.distance)) {
          nearest = { distance, x: atX, y: atY, rows: pointRows(artist, plane, i) };
        }
      }
      return nearest;
    },
  },

  bars: {
    fields: ["positions", "values"],
    paint(context, artist, plane) {
      context.beginPath();
      artist.positions.forEach((_, i) => {
        const { left, top, right, bottom } = barOf(artist, plane, i);
        context.rect(left, top, right - left, bottom - top);
      });
      fill(context, artist.color, 1);
    },
    read(artist, plane, x, y) {
      const boxes = artist.positions.map((_, i) => i);
      return readBoxes(
        boxes,
        (i) => barOf(artist, plane, i),
        x,
        y,
        (i) => {
          const [along, across] = artist.vertical ? plane.axes : plane.axes.toReversed();
          const name = artist.label || across.label;
          const row = { name, value: readable(across, artist.values[i]), color: artist.color };
          return { heading: readable(along, artist.positions[i]), rows: [row] };
        },
      );
    },
  },

  boxes: {
    fields: [
      "positions",
      "lowWhiskers",
      "firstQuartiles",
      "medians",
      "thirdQuartiles",
      "highWhiskers",
    ],
    paint(context, artist, plane) {
      artist.positions.forEach((position, i) => paintBox(context, artist, plane, position, i));
    },
    read(artist, plane, x, y) {
      const boxes = artist.positions.map((_, i) => i);
      const around = (i) =>
        rectangle(artist, plane, i, artist.lowWhiskers[i], artist.highWhiskers[i]);
      return readBoxes(boxes, around, x, y, (i) => {
        const [along, across] = artist.vertical ? plane.axes : plane.axes.toReversed();
        const rows = [
          ["whisker", artist.highWhiskers],
          ["quartile", artist.thirdQuartiles],
          ["median", artist.medians],
          ["quartile", artist.firstQuartiles],
          ["whisker", artist.lowWhiskers],
        ].map(([name, values]) => ({ name, value: readable(across, values[i]) }));
        return { heading: artist.label || readable(along, artist.positions[i]), rows };
      });
    },
  },

  intervals: {
    fields: ["positions", "centers", "low", "high"],
    paint(context, artist, plane) {
      const color = inTheme(artist.color);
      artist.positions.forEach((position, i) => {
        const [low, high, center] = [artist.low[i], artist.high[i], artist.centers[i]].map(
          (value) => plane.point(artist.vertical, position, value),
        );
        const [x, y] = artist.vertical ? [3 * POINT, 0] : [0, 3 * POINT];
        const cap = (at) => [
          { x: at.x - x, y: at.y - y },
          { x: at.x + x, y: at.y + y },
        ];
        [[low, high], cap(low), cap(high)].forEach((line) =>
          stroke(context, line, color, 1.5 * POINT),
        );
        if (!Number.isNaN(center.x + center.y)) {
          context.beginPath();
          marker(context, "circle", center.x, center.y, 6 * POINT);
          fill(context, artist.color, 1);
        }
      });
    },
    read(artist, plane, x, y) {
      const indices = artist.positions.map((_, i) => i);
      const around = (i) => {
        const ends = [artist.low[i], artist.high[i]].map((value) =>
          plane.point(artist.vertical, artist.positions[i], value),
        );
        return grown(bounds(ends), 8);
      };
      return readBoxes(indices, around, x, y, (i) => {
        const [along, across] = artist.vertical ? plane.axes : plane.axes.toReversed();
        const [low, center, high] = [artist.low[i], artist.centers[i], artist.high[i]].map(
          (value) => readable(across, value),
        );
        const rows = [
          { name: artist.label || across.label, value: center, color: artist.color },
          { name: "interval", value: `${low} … ${high}` },
        ];
        return { heading: readable(along, artist.positions[i]), rows };
      });
    },
  },

  reference: {
    fields: [],
    paint(context, artist, plane) {
      const area = plane.area;
      const value = artist.value ?? NaN;
      const [x, y] = [plane.x(value), plane.y(value)];
      const ends = artist.vertical
        ? [
            { x, y: area.top },
            { x, y: area.bottom },
          ]
        : [
            { x: area.left, y },
            { x: area.right, y },
          ];
      dashed(context, { style: artist.style, width: 1 });
      stroke(context, ends, inTheme(artist.color), POINT);
      context.setLineDash([]);
    },
    read: () => null,
  },

  steps: {
    fields: ["edges", "values"],
    paint(context, artist, plane) {
      const base = plane.y(plane.base(true));
      const { edges, values } = artist;
      const outline = [{ x: plane.x(edges[0]), y: base }];
      values.forEach((value, i) => {
        const y = plane.y(value);
        const height = Number.isNaN(y) ? base : y;
        outline.push({ x: plane.x(edges[i]), y: height }, { x: plane.x(edges[i + 1]), y: height });
      });
      outline.push({ x: plane.x(edges[values.length]), y: base });
      trace(context, outline);
      fill(context, artist.color, artist.opacity);
      stroke(context, outline, inTheme(artist.color), POINT);
    },
    read(artist, plane, x, y) {
      const { edges, values } = artist;
      const base = plane.y(plane.base(true));
      const around = (i) =>
        bounds([
          { x: plane.x(edges[i]), y: base },
          { x: plane.x(edges[i + 1]), y: plane.area.top },
        ]);
      return readBoxes(
        values.map((_, i) => i),
        around,
        x,
        y,
        (i) => {
          const [from, to] = [edges[i], edges[i + 1]].map((edge) => readable(plane.axes[0], edge));
          const value = readable(plane.axes[1], values[i]);
          const name = artist.label || plane.axes[1].label;
          return { heading: `${from} … ${to}`, rows: [{ name, value, color: artist.color }] };
        },
      );
    },
  },

  heatmap: {
    fields: ["xEdges", "yEdges", "values"],
    paint(context, artist, plane) {
      artist.values.forEach((value, i) => {
        if (!Number.isNaN(value)) {
          const { left, top, right, bottom } = cellOf(artist, plane, i);
          context.fillStyle = cellColor(artist, value);
          const [x, y] = [sharp(left), sharp(top)];
          context.fillRect(x, y, sharp(right) - x, sharp(bottom) - y);
        }
      });
      artist.texts.flat().forEach((text, i) => paintCellText(context, artist, plane, text, i));
    },
    read(artist, plane, x, y) {
      const cells = artist.values.map((_, i) => i);
      return readBoxes(
        cells,
        (i) => cellOf(artist, plane, i),
        x,
        y,
        (i) => {
          const cell = cellOf(artist, plane, i);
          const rows = [
            ["x", (cell.left + cell.right) / 2, 0],
            ["y", (cell.top + cell.bottom) / 2, 1],
          ].map(([name, pixel, axis]) => ({
            name: plane.axes[axis].label || name,
            value: readable(plane.axes[axis], plane.valueAt(axis, pixel)),
          }));
          const scale = artist.bar[0] ?? { low: artist.low, high: artist.high };
          const value = artist.texts.flat()[i] || readable(scale, artist.values[i]);
          return { heading: "", rows: [...rows, { name: scale.label || "value", value }] };
        },
      );
    },
  },

  text: {
    fields: [],
    paint(context, artist, plane) {
      write(context, {
        text: artist.text,
        x: plane.x(artist.x ?? NaN),
        y: plane.y(artist.y ?? NaN),
        anchor: artist.anchor,
        size: Math.round(artist.size * 1.2),
        color: inTheme(artist.color),
      });
    },
    read: () => null,
  },
};
