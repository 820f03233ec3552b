package dev.kassei.plotting.run;

import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.plotting.folder.JsonObject;
import dev.kassei.results.record.DataRecord;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code run.json}. */
final class RunFile {
  private RunFile() {}

  static RunRecord record(JsonObject run) {
    run.requireFormat(RunRecord.FORMAT);
    return new RunRecord(
        run.text("name"),
        run.constant("status", RunStatus.class),
        run.optionalText("failure"),
        run.textsByName("versions"),
        run.has("plugins") ? run.textsByName("plugins") : Map.of(),
        run.constant("precision", Precision.class),
        data(run.object("data")),
        (int) run.number("epochs"),
        (long) run.number("steps"),
        run.numbersByName("metrics"),
        run.text("digest"));
  }

  private static DataRecord data(JsonObject data) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    data.numbersByName("parts").forEach((part, count) -> parts.put(part, count.intValue()));
    return new DataRecord(parts, data.texts("features"), target(data), data.text("fingerprint"));
  }

  private static Target target(JsonObject data) {
    try {
      return new Target(data.texts("targets"), data.texts("classes"));
    } catch (IllegalArgumentException e) {
      throw data.damaged(String.valueOf(e.getMessage()));
    }
  }
}
