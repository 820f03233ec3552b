package dev.kassei.batch.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Several messages as bytes, for what carries bytes whole. */
public final class Messages {
  private Messages() {}

  /** The bytes of messages. */
  public static byte[] bytes(List<Message> messages) {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    try {
      for (Message message : messages) {
        MessageFormat.write(out, message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The messages of bytes.
   *
   * @throws IOException if they are none
   */
  public static List<Message> of(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    var messages = new ArrayList<Message>();
    while (in.available() > 0) {
      messages.add(MessageFormat.read(in));
    }
    return messages;
  }
}
