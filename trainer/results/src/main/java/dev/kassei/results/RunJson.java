package dev.kassei.results;

import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.results.json.IndentedJson;
import dev.kassei.results.json.JsonObject;
import dev.kassei.results.record.BestRecord;
import dev.kassei.results.record.DataRecord;
import dev.kassei.results.record.RunEnd;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The file {@code run.json}. */
final class RunJson {
  private static final String DIGEST = "digest";
  private static final String ENDED_BY = "ended_by";
  private static final String STOP_REASON = "stop_reason";
  private static final String BEST = "best";
  private static final String INITIAL_GAINS = "initial_gains";

  private RunJson() {}

  static void write(RunRecord run, Writer out) {
    try (JsonGenerator json = IndentedJson.to(out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", RunRecord.FORMAT);
      json.writeStringProperty("name", run.name());
      json.writeStringProperty("status", lower(run.status()));
      if (!run.failure().isEmpty()) {
        json.writeStringProperty("failure", run.failure());
      }
      json.writeNumberProperty("epochs", run.epochs());
      json.writeNumberProperty("steps", run.steps());
      json.writeStringProperty(ENDED_BY, lower(run.end()));
      run.stopReason().ifPresent(reason -> json.writeStringProperty(STOP_REASON, reason));
      run.best().ifPresent(best -> best(json, best));
      json.writeObjectPropertyStart("metrics");
      run.metrics().forEach((name, value) -> number(json, name, value));
      json.writeEndObject();
      if (!run.remarks().isEmpty()) {
        texts(json, "remarks", run.remarks());
      }
      json.writeStringProperty(DIGEST, run.digest());
      json.writeStringProperty("precision", lower(run.precision()));
      data(json, run.data());
      if (!run.initialGains().isEmpty()) {
        texts(json, INITIAL_GAINS, run.initialGains());
      }
      texts(json, "versions", run.versions());
      texts(json, "plugins", run.plugins());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** What a file says. */
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
        end(run),
        run.has(STOP_REASON) ? Optional.of(run.text(STOP_REASON)) : Optional.empty(),
        run.has(BEST) ? Optional.of(best(run.object(BEST))) : Optional.empty(),
        run.numbersByName("metrics"),
        run.has(INITIAL_GAINS) ? run.textsByName(INITIAL_GAINS) : Map.of(),
        run.has("remarks") ? run.texts("remarks") : List.of(),
        run.text(DIGEST));
  }

  /** Files of the first versions do not say it. */
  private static RunEnd end(JsonObject run) {
    if (run.has(ENDED_BY)) {
      return run.constant(ENDED_BY, RunEnd.class);
    }
    RunStatus status = run.constant("status", RunStatus.class);
    return status == RunStatus.DIVERGED ? RunEnd.DIVERGENCE : RunEnd.EPOCHS;
  }

  private static BestRecord best(JsonObject best) {
    return new BestRecord(
        best.text("monitor"), (int) best.number("epoch"), best.text("restored").equals("true"));
  }

  private static void best(JsonGenerator json, BestRecord best) {
    json.writeObjectPropertyStart(BEST);
    json.writeStringProperty("monitor", best.monitor());
    json.writeNumberProperty("epoch", best.epoch());
    json.writeBooleanProperty("restored", best.restored());
    json.writeEndObject();
  }

  private static DataRecord data(JsonObject data) {
    Map<String, Integer> splits = new LinkedHashMap<>();
    data.numbersByName("parts").forEach((split, count) -> splits.put(split, count.intValue()));
    return new DataRecord(splits, data.texts("features"), target(data), data.text("fingerprint"));
  }

  private static Target target(JsonObject data) {
    try {
      return new Target(data.texts("targets"), data.texts("classes"));
    } catch (IllegalArgumentException e) {
      throw data.damaged(String.valueOf(e.getMessage()));
    }
  }

  /** The digest that stands in a file; empty if none does, or if it is no such file. */
  static Optional<String> digest(Path file) throws IOException {
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        if (name.equals(DIGEST)) {
          return Optional.of(json.getString());
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (NoSuchFileException | CharacterCodingException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static void data(JsonGenerator json, DataRecord data) {
    json.writeObjectPropertyStart("data");
    json.writeObjectPropertyStart("parts");
    data.splits().forEach(json::writeNumberProperty);
    json.writeEndObject();
    texts(json, "features", data.features());
    texts(json, "targets", data.target().names());
    texts(json, "classes", data.target().classes());
    json.writeStringProperty("fingerprint", data.fingerprint());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, Map<String, String> values) {
    json.writeObjectPropertyStart(name);
    values.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) {
    json.writeName(name);
    if (Double.isFinite(value)) {
      json.writeNumber(Numbers.text(value));
    } else {
      json.writeString(Numbers.text(value));
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
