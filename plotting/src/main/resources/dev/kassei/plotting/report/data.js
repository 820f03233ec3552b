/** What the page shows, as the writer left it: colour maps, groups of pictures, pictures. */
const report = JSON.parse(document.getElementById("data").textContent);

/** Each colour map as 256 CSS colours. */
const colorMaps = Object.fromEntries(
  Object.entries(report.maps).map(([name, digits]) => [
    name,
    digits.match(/.{6}/g).map((color) => "#" + color),
  ]),
);

/** The step, 0 to 255, of a number from 0 to 1; beyond that and for NaN the nearest, and the first. */
function colorStep(fraction) {
  return Math.trunc(Math.max(0, Math.min(255, fraction * 256))) || 0;
}

/** Numbers from one of the four ways in which the writer packs them; holes are NaN. */
function unpack(packed) {
  if (Array.isArray(packed)) {
    return Float64Array.from(packed, (value) => value ?? NaN);
  }
  if ("step" in packed) {
    return Float64Array.from({ length: packed.count }, (_, i) => packed.first + i * packed.step);
  }
  const bytes = Uint8Array.from(atob(packed.float32 ?? packed.uint16), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  if ("float32" in packed) {
    const fraction = (_, i) => packed.low + packed.scale * view.getFloat32(4 * i, true);
    return Float64Array.from({ length: bytes.length / 4 }, fraction);
  }
  const step = (_, i) => {
    const steps = view.getUint16(2 * i, true);
    return steps === 0xffff ? NaN : packed.low + packed.scale * steps;
  };
  return Float64Array.from({ length: bytes.length / 2 }, step);
}

/** Where a value lies on an axis: itself, or its logarithm to base 10; NaN if it has no place. */
function placeOf(axis, value) {
  if (!axis.log) {
    return value;
  }
  return value > 0 ? Math.log10(value) : NaN;
}

/** Where a value lies between the ends of an axis, 0 and 1. */
function fractionOf(axis, value) {
  return fractionOfPlace(axis, placeOf(axis, value));
}

function fractionOfPlace(axis, place) {
  const fraction = (place - axis.low) / (axis.high - axis.low);
  return axis.inverted ? 1 - fraction : fraction;
}

/** The most ticks of an axis that have room; there are lists of them for each density. */
function ticksFor(axis, most) {
  return axis.ticks.findLast((ticks) => ticks.most <= most) ?? axis.ticks[0];
}

/** An axis's label with what its ticks are multiplied by and added to. */
function labelOf(axis, ticks) {
  if (!ticks.offset) {
    return axis.label;
  }
  return axis.label ? `${axis.label} (${ticks.offset})` : ticks.offset;
}

/** A value to be read: as many digits as the axis can tell apart, or a category's name. */
function readable(axis, value) {
  if (axis.names) {
    return axis.names[Math.round(value)] ?? "";
  }
  if (Number.isNaN(value)) {
    return "–";
  }
  const greatest = Math.max(Math.abs(axis.low), Math.abs(axis.high));
  const lost = axis.log ? 0 : Math.log10(greatest / (axis.high - axis.low));
  const digits = Math.max(4, Math.min(15, Math.ceil(lost) + 4));
  return String(Number(value.toPrecision(digits))).replace(/-/g, "−");
}

function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}
