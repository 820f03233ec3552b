package dev.kassei.builtins.dataset;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files that may be packed by gzip, which their first two bytes say, not their name. */
public final class PackedFile {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private PackedFile() {}

  /**
   * The bytes of a file, unpacked if they are packed. Packed data that is cut off or damaged is a
   * problem of the file.
   *
   * @param start where relative paths start
   */
  public static InputStream open(Path file, Path start, FileProblems problems) throws IOException {
    var in = new BufferedInputStream(TextFile.open(file, start, problems), BUFFER);
    try {
      return isPacked(in) ? new Unpacked(in, problems) : in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static boolean isPacked(InputStream in) throws IOException {
    in.mark(2);
    boolean isPacked = in.read() == FIRST && in.read() == SECOND;
    in.reset();
    return isPacked;
  }

  /** Says in words of the file what gzip says in words of bytes. */
  private static final class Unpacked extends FilterInputStream {
    private final FileProblems problems;

    Unpacked(InputStream in, FileProblems problems) throws IOException {
      super(in);
      this.problems = problems;
      this.in = of(() -> new GZIPInputStream(in, BUFFER));
    }

    @Override
    public int read() throws IOException {
      return of(() -> in.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return of(() -> in.read(bytes, from, length));
    }

    private <T> T of(Reading<T> reading) throws IOException {
      try {
        return reading.result();
      } catch (EOFException e) {
        throw problems.failure(
            "the file is not whole: its packed data ends too early; fetch or copy it again");
      } catch (ZipException e) {
        throw problems.failure(
            "its packed data is damaged (%s); fetch or copy the file again"
                .formatted(e.getMessage()));
      }
    }

    @FunctionalInterface
    private interface Reading<T> {
      T result() throws IOException;
    }
  }
}
