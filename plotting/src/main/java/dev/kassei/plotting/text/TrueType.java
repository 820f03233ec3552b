package dev.kassei.plotting.text;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A TrueType font: which glyph stands for a character, how wide it is and what it looks like. Its
 * outlines are drawn as they are, without hints, so that text has the same shape everywhere.
 * (OpenType specification, chapters cmap, glyf, head, hhea, hmtx, loca.)
 */
final class TrueType {
  private static final int GROUPS = 12;
  private static final int HAS_WORDS = 0x0001;
  private static final int HAS_OFFSETS = 0x0002;
  private static final int HAS_SCALE = 0x0008;
  private static final int HAS_MORE = 0x0020;
  private static final int HAS_TWO_SCALES = 0x0040;
  private static final int HAS_MATRIX = 0x0080;
  private static final double SCALE_UNIT = 1 << 14;

  /** Characters whose glyphs are looked up once: most there are in pictures. */
  private static final int ASCII = 128;

  private final ByteBuffer bytes;
  private final Map<String, Integer> tables = new LinkedHashMap<>();
  private final int groups;
  private final int advances;
  private final int[] ascii;
  private final int wideGlyphs;
  private final boolean longOffsets;
  private final double em;

  /**
   * Reads a font.
   *
   * @throws IllegalArgumentException if it has no table of all of Unicode
   */
  TrueType(byte[] file) {
    bytes = ByteBuffer.wrap(file);
    int count = bytes.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      String tag = new String(file, entry, 4, StandardCharsets.US_ASCII);
      tables.put(tag, bytes.getInt(entry + 8));
    }
    em = unsigned(table("head") + 18);
    longOffsets = bytes.getShort(table("head") + 50) == 1;
    wideGlyphs = unsigned(table("hhea") + 34);
    advances = table("hmtx");
    groups = groups();
    ascii = IntStream.range(0, ASCII).map(this::find).toArray();
  }

  private int table(String tag) {
    Integer offset = tables.get(tag);
    if (offset == null) {
      throw new IllegalArgumentException("the font has no table '" + tag + "'");
    }
    return offset;
  }

  private int unsigned(int offset) {
    return Short.toUnsignedInt(bytes.getShort(offset));
  }

  private int groups() {
    int cmap = table("cmap");
    int count = unsigned(cmap + 2);
    for (int i = 0; i < count; i++) {
      int subtable = cmap + bytes.getInt(cmap + 4 + 8 * i + 4);
      if (unsigned(subtable) == GROUPS) {
        return subtable;
      }
    }
    throw new IllegalArgumentException("the font has no table of characters in groups");
  }

  /** The glyph of a character; 0, an empty box, if there is none. */
  int glyph(int codePoint) {
    return codePoint < ASCII ? ascii[codePoint] : find(codePoint);
  }

  private int find(int codePoint) {
    int low = 0;
    int high = bytes.getInt(groups + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = groups + 16 + 12 * middle;
      if (codePoint < bytes.getInt(group)) {
        high = middle - 1;
      } else if (codePoint > bytes.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return bytes.getInt(group + 8) + codePoint - bytes.getInt(group);
      }
    }
    return 0;
  }

  /** How far the next glyph is, in ems. */
  double advance(int glyph) {
    return unsigned(advances + 4 * Math.min(glyph, wideGlyphs - 1)) / em;
  }

  /** The outline of a glyph in ems, y upwards from the base line; to be filled by winding. */
  Path2D outline(int glyph) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    add(glyph, AffineTransform.getScaleInstance(1 / em, 1 / em), path);
    return path;
  }

  private void add(int glyph, AffineTransform transform, Path2D path) {
    int start = offset(glyph);
    if (start == offset(glyph + 1)) {
      return;
    }
    ByteBuffer data = bytes.duplicate().position(table("glyf") + start);
    int contours = data.getShort();
    data.position(data.position() + 8);
    if (contours < 0) {
      addParts(data, transform, path);
    } else {
      path.append(GlyphContours.read(data, contours).getPathIterator(transform), false);
    }
  }

  private int offset(int glyph) {
    int loca = table("loca");
    return longOffsets ? bytes.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
  }

  private void addParts(ByteBuffer data, AffineTransform transform, Path2D path) {
    int flags;
    do {
      flags = data.getShort();
      int part = Short.toUnsignedInt(data.getShort());
      var placed = new AffineTransform(transform);
      placed.concatenate(placement(flags, data));
      add(part, placed, path);
    } while ((flags & HAS_MORE) != 0);
  }

  private static AffineTransform placement(int flags, ByteBuffer data) {
    boolean words = (flags & HAS_WORDS) != 0;
    double x = words ? data.getShort() : data.get();
    double y = words ? data.getShort() : data.get();
    boolean offsets = (flags & HAS_OFFSETS) != 0;
    double dx = offsets ? x : 0;
    double dy = offsets ? y : 0;
    if ((flags & HAS_MATRIX) != 0) {
      return new AffineTransform(scale(data), scale(data), scale(data), scale(data), dx, dy);
    }
    if ((flags & HAS_TWO_SCALES) != 0) {
      return new AffineTransform(scale(data), 0, 0, scale(data), dx, dy);
    }
    double factor = (flags & HAS_SCALE) != 0 ? scale(data) : 1;
    return new AffineTransform(factor, 0, 0, factor, dx, dy);
  }

  private static double scale(ByteBuffer data) {
    return data.getShort() / SCALE_UNIT;
  }
}
