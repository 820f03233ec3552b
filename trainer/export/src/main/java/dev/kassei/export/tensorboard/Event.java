package dev.kassei.export.tensorboard;

import dev.kassei.results.record.HistogramBin;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One event: at a time, after so many epochs, something is so. The numbers of fields are those of
 * TensorBoard's {@code event.proto} and {@code summary.proto}.
 *
 * @param time when it happened
 * @param step the number of the epoch
 * @param summary what is so
 */
record Event(Instant time, long step, Message summary) {
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int HISTOGRAM = 5;
  private static final int STEP_AT = 9;
  private static final double NANOS = 1e9;

  /** What every file begins with. */
  static byte[] version(Instant time) {
    return new Message().number(1, seconds(time)).text(FILE_VERSION, "brain.Event:2").bytes();
  }

  /** Numbers by name, such as {@code validation.loss}, which becomes {@code validation/loss}. */
  static Event scalars(Instant time, long step, Map<String, Double> scalars) {
    var summary = new Message();
    scalars.forEach(
        (name, value) ->
            summary.message(
                SUMMARY_VALUE,
                new Message().text(TAG, tag(name)).single(SIMPLE_VALUE, value.floatValue())));
    return new Event(time, step, summary);
  }

  /** The first dot parts the group, under whose heading TensorBoard shows it. */
  private static String tag(String name) {
    return name.replaceFirst("\\.", "/");
  }

  /** What some values are like, all bins of one thing. */
  static Event histogram(Instant time, long step, String tag, List<HistogramBin> bins) {
    Message value = new Message().text(TAG, tag).message(HISTOGRAM, EventHistogram.of(bins));
    return new Event(time, step, new Message().message(SUMMARY_VALUE, value));
  }

  byte[] bytes() {
    return new Message()
        .number(1, seconds(time))
        .integer(2, step)
        .message(SUMMARY, summary)
        .bytes();
  }

  /** The step of an event that has one, whose bytes these are. */
  static long step(byte[] event) {
    long step = 0;
    int shift = 0;
    for (int i = STEP_AT + 1; i < event.length; i++, shift += 7) {
      step |= (event[i] & 0x7FL) << shift;
      if (event[i] >= 0) {
        break;
      }
    }
    return step;
  }

  static double seconds(Instant time) {
    return time.getEpochSecond() + time.getNano() / NANOS;
  }
}
