package dev.kassei.batch.run;

import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.Sync;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The trials that have ended, a line each, written once and never changed: eight hexadecimal digits
 * of a CRC-32C, a space, and the record as JSON. What a killed process or a full disk left of a
 * last line is cut off when the journal is opened; a damaged line counts as a trial that was not
 * run. A line that is whole but not understood, or a file that is no journal, ends everything
 * before anything is changed.
 */
final class Journal implements AutoCloseable {
  private static final int CHECK = 8;
  private static final byte END = '\n';

  /** Of each line. */
  private static final Pattern START = Pattern.compile("[0-9a-f]{" + CHECK + "} \\{");

  private final Path file;
  private final FileChannel channel;
  private final Sync sync;
  private long size;
  private long synced;
  private long syncedAt = System.nanoTime();

  private Journal(Path file, FileChannel channel, Sync sync, long size) {
    this.file = file;
    this.channel = channel;
    this.sync = sync;
    this.size = size;
    this.synced = size;
  }

  /**
   * Opens a journal to add to, made if there is none; all it holds goes to {@code records}.
   *
   * @throws ExperimentException if a newer version has written it, or it is no journal
   */
  static Journal open(Path file, Sync sync, Consumer<TrialRecord> records) throws IOException {
    long whole = Files.exists(file) ? read(file, records).bytes() : 0;
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole);
    channel.position(whole);
    sync.names(file.toAbsolutePath().getParent());
    return new Journal(file, channel, sync, whole);
  }

  /**
   * What was read.
   *
   * @param bytes the length of all whole lines
   * @param damaged the number of lines that are not what was written
   */
  record Reading(long bytes, int damaged) {}

  /**
   * A line and what it says.
   *
   * @param line without its end
   */
  record Entry(TrialRecord record, String line) {
    static Entry of(TrialRecord record) {
      return new Entry(record, Journal.line(record));
    }
  }

  /**
   * Reads all records of a journal that another process may be writing.
   *
   * @throws ExperimentException if a newer version has written it, or it is no journal
   */
  static Reading read(Path file, Consumer<TrialRecord> records) throws IOException {
    return readEntries(file, entry -> records.accept(entry.record()));
  }

  /** The same with their lines. */
  static Reading readEntries(Path file, Consumer<Entry> entries) throws IOException {
    try (var lines = new Lines(file)) {
      int damaged = 0;
      boolean isOne = beginsAsOne(file);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (isWhole(line.get())) {
          isOne = true;
          entries.accept(new Entry(record(line.get(), file, lines.number()), line.get()));
        } else {
          damaged++;
        }
      }
      if (!isOne) {
        throw new ExperimentException(
            file.toString(),
            "the file is no journal of a batch, by its first line, and was left as it is; move it away, or choose another folder with --out");
      }
      return new Reading(lines.end(), damaged);
    }
  }

  private static boolean isWhole(String line) {
    return line.length() > CHECK && line.startsWith(check(line.substring(CHECK + 1)));
  }

  private static TrialRecord record(String line, Path file, int number) {
    try {
      return TrialJson.read(line.substring(CHECK + 1));
    } catch (TrialJson.NewerException e) {
      throw new ExperimentException(
          file.toString(),
          "line %s was written by a newer Kassei (%s); continue with that one, or choose another folder with --out"
              .formatted(number, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(
          file.toString(),
          "line %s has the right sum but cannot be understood (%s); restore the file, or choose another folder with --out"
              .formatted(number, e.getMessage()));
    }
  }

  /**
   * Whether a file begins as a journal does: with a line of one, damaged as it may be, or with what
   * a killed process left of its first line.
   */
  private static boolean beginsAsOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Matcher start =
          START.matcher(new String(in.readNBytes(CHECK + 2), StandardCharsets.ISO_8859_1));
      return start.matches() || start.hitEnd();
    }
  }

  /**
   * Adds lines of records, all or none.
   *
   * @throws IOException if they cannot be written, as on a full disk; the journal stays as it was
   */
  synchronized void add(List<Entry> entries) throws IOException {
    var lines = new StringBuilder();
    entries.forEach(entry -> lines.append(entry.line()).append('\n'));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    try {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      size += bytes.length;
    } catch (IOException e) {
      channel.truncate(size);
      channel.position(size);
      throw e;
    }
  }

  /**
   * Puts what was added on the disk, unless that was done a moment ago.
   *
   * @return whether all is there
   */
  synchronized boolean syncIfDue() throws IOException {
    if (System.nanoTime() - syncedAt >= sync.interval().toNanos()) {
      sync();
    }
    return synced == size;
  }

  /** Puts what was added on the disk. */
  synchronized void sync() throws IOException {
    if (synced < size) {
      sync.file(file);
      synced = size;
      syncedAt = System.nanoTime();
    }
  }

  /** The line of a record, without its end. */
  static String line(TrialRecord trial) {
    String json = TrialJson.text(trial);
    return check(json) + " " + json;
  }

  private static String check(String json) {
    var crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  @Override
  public synchronized void close() throws IOException {
    try (channel) {
      sync();
    }
  }

  /** The whole lines of a file. */
  private static final class Lines implements AutoCloseable {
    /** What is longer is none of ours, in bytes, and is not read into memory. */
    private static final int MAX_LINE_BYTES = 1 << 24;

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int filled;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long end;
    private int number;

    Lines(Path file) throws IOException {
      in = Files.newInputStream(file);
    }

    /** The next line, empty if it is too long; nothing after the last. */
    Optional<String> next() throws IOException {
      line.reset();
      long length = 0;
      while (isFilled()) {
        int stop = at;
        while (stop < filled && block[stop] != END) {
          stop++;
        }
        length += stop - at;
        if (length <= MAX_LINE_BYTES) {
          line.write(block, at, stop - at);
        }
        boolean isWhole = stop < filled;
        at = isWhole ? stop + 1 : stop;
        if (isWhole) {
          end += length + 1;
          number++;
          return Optional.of(length > MAX_LINE_BYTES ? "" : line.toString(StandardCharsets.UTF_8));
        }
      }
      return Optional.empty();
    }

    /** Whether there is more, of which a block is read where all was taken. */
    private boolean isFilled() throws IOException {
      if (at == filled) {
        filled = Math.max(0, in.read(block));
        at = 0;
      }
      return at < filled;
    }

    /** Which line was read last, from 1. */
    int number() {
      return number;
    }

    /** Where the last whole line ends. */
    long end() {
      return end;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
