package dev.kassei.results.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that files of a format begin with, for formats that are given by mistake where a text
 * is expected.
 *
 * @param start the bytes, as characters of Latin 1
 * @param name what such a file is, such as {@code a PNG picture}
 * @param advice what to do with it where rows are expected
 */
public record FileSignature(String start, String name, String advice) {
  /** More bytes than the longest signature has. */
  public static final int MAX_BYTES = 32;

  private static final String PICTURES = "pictures are read by type: image_folder";
  private static final String UNPACK = "unpack it, or pack it by gzip";
  private static final String AS_CSV = "save its rows as CSV";

  private static final List<FileSignature> ALL =
      List.of(
          new FileSignature("\u0089PNG\r\n", "a PNG picture", PICTURES),
          new FileSignature("\u00ff\u00d8\u00ff", "a JPEG picture", PICTURES),
          new FileSignature("GIF8", "a GIF picture", PICTURES),
          new FileSignature("\u001f\u008b", "a file packed by gzip", "unpack it"),
          new FileSignature("BZh91AY&SY", "a file packed by bzip2", UNPACK),
          new FileSignature("\u00fd7zXZ", "a file packed by xz", UNPACK),
          new FileSignature("(\u00b5/\u00fd", "a file packed by zstd", UNPACK),
          new FileSignature("PK\u0003\u0004", "a ZIP archive, as Excel's files are", AS_CSV),
          new FileSignature("\u00d0\u00cf\u0011\u00e0", "a file of an older Excel", AS_CSV),
          new FileSignature("PAR1", "a Parquet file", AS_CSV),
          new FileSignature("\u0089HDF\r\n", "an HDF5 file", AS_CSV),
          new FileSignature("SQLite format 3\u0000", "an SQLite database", AS_CSV),
          new FileSignature("%PDF-", "a PDF document", AS_CSV),
          new FileSignature("\u0093NUMPY", "a NumPy array", "it is read by type: npy"));

  /** The format of a file that begins with these bytes, if it is one of these. */
  public static Optional<FileSignature> of(byte[] bytes) {
    byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, MAX_BYTES));
    String start = new String(first, StandardCharsets.ISO_8859_1);
    return ALL.stream().filter(each -> start.startsWith(each.start)).findFirst();
  }
}
