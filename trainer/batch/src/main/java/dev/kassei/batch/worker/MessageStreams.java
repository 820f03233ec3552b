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
import java.util.zip.CRC32C;

/**
 * Carries messages over two streams of bytes, such as pipes or a socket: the length of each, a
 * CRC-32C, and its bytes. What something else has written in between is found by that. One thread
 * may receive while others send.
 */
public final class MessageStreams {
  /** What is longer is none of ours, in bytes. */
  private static final int MAX_BYTES = 1 << 28;

  private final DataInputStream in;
  private final DataOutputStream out;

  public MessageStreams(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
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
   * @throws IOException if what comes is no message
   */
  public Message receive() throws IOException {
    int length = in.readInt();
    int sum = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("what it says is no message");
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
