package dev.kassei.trainer.batch.plan;

import dev.kassei.trainer.config.Plan;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An entry of the plan log as one line of JSON. */
final class LogJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String KIND = "entry";
  private static final String PLAN = "plan";
  private static final String LOOK = "look";
  private static final String HASH = "hash";
  private static final String TIME = "time";
  private static final String TRIALS = "trials";
  private static final String PLANNED = "planned";
  private static final String SEEDS = "seeds";
  private static final String BY = "by";
  private static final String FILE = "file";
  private static final String PLACE = "place";
  private static final String CHANGES = "changes";
  private static final String CONFIG = "config";

  private LogJson() {}

  static String text(LogEntry entry) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty(KIND, entry instanceof LogEntry.Made ? PLAN : LOOK);
      json.writeStringProperty(TIME, entry.time());
      json.writeStringProperty(HASH, entry.plan());
      json.writeNumberProperty(TRIALS, entry.trials());
      if (entry instanceof LogEntry.Made made) {
        made(made, json);
      }
      if (entry instanceof LogEntry.Look look) {
        json.writeNumberProperty(PLANNED, look.planned());
        json.writeNumberProperty(SEEDS, look.seeds());
        json.writeStringProperty(BY, look.by());
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void made(LogEntry.Made made, JsonGenerator json) {
    json.writeStringProperty(FILE, made.origin().file());
    json.writeStringProperty(PLACE, made.origin().place());
    json.writeArrayPropertyStart(CHANGES);
    made.changes().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty(CONFIG, made.content().yaml());
  }

  /** The entry that stands in a line. */
  static LogEntry read(String line) {
    var texts = new HashMap<String, String>();
    var changes = new ArrayList<String>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        if (name.equals(CHANGES)) {
          texts(json, changes);
        } else {
          texts.put(name, json.getString());
        }
      }
      return entry(texts, changes);
    } catch (JacksonException | IllegalArgumentException e) {
      return new LogEntry.Damaged();
    }
  }

  private static void texts(JsonParser json, List<String> texts) {
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(json.getString());
    }
  }

  private static LogEntry entry(Map<String, String> texts, List<String> changes) {
    String time = text(texts, TIME);
    int trials = number(texts, TRIALS);
    return text(texts, KIND).equals(PLAN)
        ? new LogEntry.Made(
            time,
            trials,
            new Plan(text(texts, CONFIG)),
            changes,
            new Origin(text(texts, FILE), text(texts, PLACE)))
        : new LogEntry.Look(
            text(texts, HASH),
            time,
            trials,
            text(texts, BY),
            number(texts, PLANNED),
            number(texts, SEEDS));
  }

  private static int number(Map<String, String> texts, String key) {
    return Integer.parseInt(text(texts, key));
  }

  private static String text(Map<String, String> texts, String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return text;
  }
}
