package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/** Three cultivars of one region by the chemical analysis of their wines. */
@PluginName(value = "wine", title = "Wine")
@Reference(
    "S. Aeberhard, M. Forina 1992, Wine, UCI Machine Learning Repository, " + "doi:10.24432/C5PC7J")
@Attribution(source = "scikit-learn 1.4.2, wine_data.csv", licence = "CC BY 4.0")
public record Wine() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("wine.csv");
  }
}
