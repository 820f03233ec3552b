package dev.kassei.export.tensorboard;

import dev.kassei.export.settings.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the HPARAMS page shows of a run. The messages are those of the plugin's {@code
 * plugin_data.proto}; without one of the whole experiment TensorBoard finds hyperparameters and
 * metrics in the runs that are there.
 */
final class Hyperparameters {
  private static final int START_INFO = 3;
  private static final int END_INFO = 4;
  private static final int METADATA = 9;

  private Hyperparameters() {}

  /** How a run ended; the numbers are the plugin's. */
  enum End {
    UNKNOWN(0),
    SUCCESS(1),
    FAILURE(2);

    private final int code;

    End(int code) {
      this.code = code;
    }
  }

  /** The events of a run that has ended. */
  static List<Event> events(Instant time, long step, Map<String, Setting> settings, End end) {
    var start = new Message();
    settings.forEach(
        (name, value) ->
            start.message(1, new Message().text(1, name).message(2, valueMessage(value))));
    Message ended = new Message().integer(1, end.code).number(2, Event.seconds(time));
    return List.of(
        event(time, step, "session_start_info", new Message().message(START_INFO, start)),
        event(time, step, "session_end_info", new Message().message(END_INFO, ended)));
  }

  private static Event event(Instant time, long step, String tag, Message content) {
    Message data = new Message().text(1, "hparams").message(2, content);
    Message value =
        new Message().text(1, "_hparams_/" + tag).message(METADATA, new Message().message(1, data));
    return new Event(time, step, new Message().message(1, value));
  }

  /** A {@code google.protobuf.Value}. */
  private static Message valueMessage(Setting setting) {
    if (setting instanceof Setting.Numeric number) {
      return new Message().number(2, number.value());
    }
    return setting instanceof Setting.Truth truth
        ? new Message().integer(4, truth.value() ? 1 : 0)
        : new Message().text(3, setting.text());
  }
}
