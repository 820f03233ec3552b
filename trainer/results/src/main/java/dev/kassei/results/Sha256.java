package dev.kassei.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest of little-endian numbers and texts. Mutable. */
public final class Sha256 {
  /** To look an algorithm up takes longer than to digest a short text. */
  private static final MessageDigest EMPTY = lookUp();

  private final MessageDigest digest = copy();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

  private static MessageDigest lookUp() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Those of hardware may not be copied. */
  private static MessageDigest copy() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      return lookUp();
    }
  }

  /** The digest of a file, in hexadecimal. */
  public static String of(Path file) throws IOException {
    var sha = new Sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 16];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        sha.digest.update(bytes, 0, count);
      }
    }
    return sha.hex();
  }

  /** Adds a text in UTF-8 and a zero byte. */
  public void add(String text) {
    flush();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** Adds bytes as they are. */
  public void add(byte[] bytes) {
    flush();
    digest.update(bytes);
  }

  /** Adds 4 bytes. */
  public void add(int number) {
    room().putInt(number);
  }

  /** Adds the 4 bytes of a float, the same for every NaN. */
  public void add(float number) {
    room().putInt(Float.floatToIntBits(number));
  }

  /** Adds the 8 bytes of a double, the same for every NaN. */
  public void add(double number) {
    room().putLong(Double.doubleToLongBits(number));
  }

  /** The digest of all that was added, in hexadecimal. */
  public String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private ByteBuffer room() {
    if (buffer.remaining() < Double.BYTES) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }
}
