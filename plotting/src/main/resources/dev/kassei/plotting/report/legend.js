/** The small pictures in all legends. */
const legendKeys = [];

/**
 * Puts a button for each label below a picture.
 *
 * @param toggle hides or shows what has a label, and tells whether it is shown
 */
function addLegend(canvas, drawn, toggle) {
  const labels = [...new Set(drawn.map((artist) => artist.label))].filter(Boolean);
  if (labels.length === 0) {
    return;
  }
  const legend = document.createElement("div");
  legend.className = "legend";
  for (const label of labels) {
    const first = drawn.find((artist) => artist.label === label);
    legend.append(legendButton(first, () => toggle(label)));
  }
  canvas.parentElement.after(legend);
}

function legendButton(artist, toggle) {
  const button = document.createElement("button");
  const text = document.createElement("span");
  text.textContent = artist.label;
  button.type = "button";
  button.setAttribute("aria-pressed", "true");
  button.append(legendKey(artist), text);
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(toggle()));
  });
  return button;
}

/** A small picture of an artist for the legend: a canvas of its own, drawn in the page's theme. */
function legendKey(artist) {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const axis = { low: 0, high: 1, log: false, inverted: false };
  const middle = { ...artist, x: [0.5], y: [0.5], positions: [0.5], centers: [0.5] };
  const samples = {
    line: { ...artist, x: [0, 1], y: [0.5, 0.5] },
    points: middle,
    intervals: { ...middle, vertical: false, low: [0], high: [1] },
    reference: { ...artist, vertical: false, value: 0.5 },
  };
  const sample = samples[artist.kind];
  const paint = (context, width, height) => {
    const plane = new Area([axis, axis], { left: 1, right: width - 1, top: 0, bottom: height });
    if (sample) {
      artists[artist.kind].paint(context, sample, plane);
    } else {
      context.rect(1, 2, width - 2, height - 4);
      fill(context, artist.color, artist.opacity ?? (artist.kind === "boxes" ? 0.5 : 1));
    }
  };
  const holder = document.createElement("span");
  holder.className = "key";
  holder.append(canvas);
  legendKeys.push(new Sheet(canvas, () => 14, paint));
  return holder;
}
