package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.FilePath;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;

/** A data set that names a file. */
@PluginName("csv")
public record Csv(@Required @FilePath String path, @Required String label, String delimiter)
    implements DatasetSource {
  public Csv() {
    this("data.csv", "label", ",");
  }

  @Override
  public Dataset load(Context context) {
    return new Xor().load(context);
  }
}
