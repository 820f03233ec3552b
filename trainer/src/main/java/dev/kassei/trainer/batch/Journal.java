package dev.kassei.trainer.batch;

import java.io.BufferedInputStream;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The trials that have ended, a line each, written once and never changed: eight hexadecimal digits
 * of a CRC-32C, a space, and the record as JSON. What a killed process or a full disk left of a
 * last line is cut off when the journal is opened; a damaged line counts as a trial that was not
 * run.
 */
final class Journal implements AutoCloseable {
  private static final int CHECK = 8;
  private static final byte END = '\n';

  private final FileChannel channel;
  private long size;

  private Journal(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /** Opens a journal to go on, made if there is none; all it holds goes to {@code records}. */
  static Journal open(Path file, Consumer<TrialRecord> records) throws IOException {
    long whole = Files.exists(file) ? read(file, records).bytes() : 0;
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole);
    channel.position(whole);
    return new Journal(channel, whole);
  }

  /**
   * What was read.
   *
   * @param bytes the length of all whole lines
   * @param damaged the number of lines that are not what was written
   */
  record Reading(long bytes, int damaged) {}

  /** Reads all records of a journal that another process may be writing. */
  static Reading read(Path file, Consumer<TrialRecord> records) throws IOException {
    try (var lines = new Lines(file)) {
      int damaged = 0;
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        Optional<TrialRecord> trial = record(line.get());
        trial.ifPresent(records);
        damaged += trial.isPresent() ? 0 : 1;
      }
      return new Reading(lines.end(), damaged);
    }
  }

  private static Optional<TrialRecord> record(String line) {
    if (line.length() <= CHECK || !line.startsWith(check(line.substring(CHECK + 1)))) {
      return Optional.empty();
    }
    return Optional.of(TrialJson.read(line.substring(CHECK + 1)));
  }

  /**
   * Adds a record, whole or not at all.
   *
   * @throws IOException if it cannot be written, as on a full disk; the journal stays as it was
   */
  synchronized void add(TrialRecord trial) throws IOException {
    String json = TrialJson.text(trial);
    byte[] line = (check(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      var buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      size += line.length;
    } catch (IOException e) {
      channel.truncate(size);
      channel.position(size);
      throw e;
    }
  }

  private static String check(String json) {
    var crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  @Override
  public synchronized void close() throws IOException {
    channel.force(true);
    channel.close();
  }

  /** The whole lines of a file. */
  private static final class Lines implements AutoCloseable {
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long end;

    Lines(Path file) throws IOException {
      in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    Optional<String> next() throws IOException {
      line.reset();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == END) {
          end += line.size() + 1L;
          return Optional.of(line.toString(StandardCharsets.UTF_8));
        }
        line.write(b);
      }
      return Optional.empty();
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
