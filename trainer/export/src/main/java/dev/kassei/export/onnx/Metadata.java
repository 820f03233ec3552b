package dev.kassei.export.onnx;

import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.results.json.IndentedJson;
import dev.kassei.results.record.RunRecord;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * What a file of ONNX says about its model. Lists are JSON, since names may have any characters.
 */
final class Metadata {
  private Metadata() {}

  static Map<String, String> of(SavedModel saved) {
    RunRecord run = saved.run();
    var metadata = new LinkedHashMap<String, String>();
    metadata.put("name", run.name());
    run.versions().forEach((program, version) -> metadata.put("version_" + program, version));
    metadata.put("digest", run.digest());
    metadata.put("status", run.status().name().toLowerCase(Locale.ROOT));
    metadata.put("precision", run.precision().name().toLowerCase(Locale.ROOT));
    metadata.put("columns", json(saved.preparation().columnNames()));
    metadata.put("targets", json(saved.preparation().target().names()));
    metadata.put("classes", json(saved.preparation().classes()));
    return metadata;
  }

  private static String json(List<String> names) {
    var text = new StringWriter();
    try (JsonGenerator json = IndentedJson.to(text)) {
      json.writeStartArray();
      names.forEach(json::writeString);
      json.writeEndArray();
    }
    return text.toString();
  }
}
