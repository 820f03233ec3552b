package dev.kassei.results.file;

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
    return unpacked(TextFile.open(file, start, problems), problems);
  }

  /** The bytes of a stream, unpacked if they are packed; problems as of a file. */
  public static InputStream unpacked(InputStream packed, FileProblems problems) throws IOException {
    var in = new BufferedInputStream(packed, BUFFER);
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

  /** One packed file after the other, as gzip allows. */
  private static final class Members extends GZIPInputStream {
    /** The check sum and the size at the end of each. */
    private static final int TRAILER = 8;

    Members(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    /**
     * Whether there is after the last one what is none, and is not filled up with zeros. The stream
     * itself ends there without a word.
     */
    boolean isFollowed() throws IOException {
      for (int i = Math.max(0, len - inf.getRemaining() + TRAILER); i < len; i++) {
        if (buf[i] != 0) {
          return true;
        }
      }
      int next = in.read();
      while (next == 0) {
        next = in.read();
      }
      return next > 0;
    }
  }

  /** Says in words of the file what gzip says in words of bytes. */
  private static final class Unpacked extends FilterInputStream {
    private final FileProblems problems;
    private final Members members;

    Unpacked(InputStream in, FileProblems problems) throws IOException {
      super(in);
      this.problems = problems;
      this.members = of(() -> new Members(in));
      this.in = members;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = of(() -> members.read(bytes, from, length));
      if (count < 0 && of(members::isFollowed)) {
        throw problems.failure(
            "something else follows its packed data; fetch or copy the file again");
      }
      return count;
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
