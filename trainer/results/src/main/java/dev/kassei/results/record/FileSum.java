package dev.kassei.results.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Sums by which files are known again: SHA-256 in hexadecimal. */
public final class FileSum {
  private static final int BUFFER = 1 << 16;
  private static final String FOLDER = "folder:";

  private FileSum() {}

  /** The sum of bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** The sum of what a file holds. */
  public static String of(Path file) throws IOException {
    MessageDigest sha = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /**
   * The sum of a configuration, without the line that says where its paths start, which another
   * place of the folder changes.
   */
  public static String ofConfig(Path file) throws IOException {
    String text =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith(FOLDER))
            .collect(Collectors.joining("\n"));
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
