package dev.kassei.results.record;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Texts cut for the eye. Files for programs hold them in full; where one is cut, six digits at its
 * end tell it from others that begin alike, such as long lists of layers.
 */
public final class ShortText {
  private static final int DIGITS = 6;

  private ShortText() {}

  /**
   * The text, or its beginning and the digits.
   *
   * @param longest the most characters there may be, more than 7
   */
  public static String of(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    int end = text.offsetByCodePoints(0, longest - DIGITS - 1);
    return text.substring(0, end) + "…" + digits(text);
  }

  private static String digits(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%06x", crc.getValue() & 0xffffff);
  }
}
