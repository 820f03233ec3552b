package dev.kassei.batch.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Carries messages over two streams of bytes, such as pipes or a socket: a mark, the length of the
 * message, a CRC-32C, and its bytes. What something else prints between messages, such as native
 * code or a JVM that crashes, is told apart by the mark. One thread may receive while others send.
 */
public final class MessageStreams {
  /** In no text, since it has bytes of zero: "Kassei" between two. */
  private static final long MARK = 0x004B_6173_7365_6900L;

  /** What is printed without an end of line is cut here, in bytes. */
  private static final int MAX_LINE = 8192;

  /** What is longer is none of ours, in bytes. */
  private static final int MAX_BYTES = 1 << 28;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Consumer<String> printed;

  /** Streams on which nothing else is printed. */
  public MessageStreams(InputStream in, OutputStream out) {
    this(in, out, line -> {});
  }

  /**
   * @param printed takes each line that is no message, while one is received
   */
  public MessageStreams(InputStream in, OutputStream out, Consumer<String> printed) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
    this.printed = printed;
  }

  /**
   * Sends a message at once.
   *
   * @throws IOException if the other end is not there any more
   */
  public void send(Message message) throws IOException {
    var bytes = new ByteArrayOutputStream();
    MessageFormat.write(new DataOutputStream(bytes), message);
    byte[] body = bytes.toByteArray();
    synchronized (out) {
      out.writeLong(MARK);
      out.writeInt(body.length);
      out.writeInt(sum(body));
      out.write(body);
      out.flush();
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws EOFException if the other end has closed its stream, or ended
   * @throws IOException if a message is damaged
   */
  public Message receive() throws IOException {
    awaitMark();
    int length = in.readInt();
    int sum = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("a message is damaged");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    if (sum(body) != sum) {
      throw new IOException("a message is damaged");
    }
    return MessageFormat.read(new DataInputStream(new ByteArrayInputStream(body)));
  }

  private void awaitMark() throws IOException {
    var line = new ByteArrayOutputStream();
    long last = ~MARK;
    while (last != MARK) {
      int next = in.read();
      if (next < 0) {
        print(line.toByteArray(), line.size());
        throw new EOFException();
      }
      last = last << Byte.SIZE | next;
      line.write(next);
      if (next == '\n' || line.size() == MAX_LINE) {
        print(line.toByteArray(), line.size());
        line.reset();
      }
    }
    print(line.toByteArray(), Math.max(0, line.size() - Long.BYTES));
  }

  private void print(byte[] bytes, int length) {
    String line = new String(bytes, 0, length, StandardCharsets.UTF_8).stripTrailing();
    if (!line.isEmpty()) {
      printed.accept(line);
    }
  }

  /** Says that no more is sent. */
  public void end() throws IOException {
    out.close();
  }

  private static int sum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
