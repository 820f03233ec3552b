package dev.kassei.export.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The frame of one event in a file, TFRecord: its length as 64 bits, a check sum of the length, the
 * event, a check sum of the event, all little-endian.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TFRecord</a>
 */
final class EventRecord {
  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final int FRAME = HEAD + Integer.BYTES;
  private static final int MASK_ROTATION = 15;
  private static final int MASK = 0xa282ead8;

  private EventRecord() {}

  /** The bytes of a record. */
  static byte[] of(byte[] event) {
    var bytes = new byte[FRAME + event.length];
    ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(event.length);
    record.putInt(maskedSum(bytes, 0, Long.BYTES));
    record.put(event);
    record.putInt(maskedSum(event, 0, event.length));
    return bytes;
  }

  /**
   * The event of the record that begins at a place of a file; empty at its end, and where it ends
   * in the middle of a record, as that of a killed process may.
   */
  static Optional<byte[]> read(byte[] file, int from) {
    if (file.length - from < FRAME) {
      return Optional.empty();
    }
    ByteBuffer record = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(from);
    long length = record.getLong();
    if (record.getInt() != maskedSum(file, from, Long.BYTES)
        || length > file.length - from - FRAME) {
      return Optional.empty();
    }
    var event = new byte[(int) length];
    record.get(event);
    boolean isWhole = record.getInt() == maskedSum(event, 0, event.length);
    return isWhole ? Optional.of(event) : Optional.empty();
  }

  /** How long the record of an event is. */
  static int size(byte[] event) {
    return FRAME + event.length;
  }

  /** CRC-32C, masked so that the sum of data that holds sums is not degenerate. */
  private static int maskedSum(byte[] bytes, int from, int length) {
    var sum = new CRC32C();
    sum.update(bytes, from, length);
    return Integer.rotateRight((int) sum.getValue(), MASK_ROTATION) + MASK;
  }
}
