package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/** Six kinds of glass by refractive index and content of oxides in per cent of weight. */
@PluginName(value = "glass", title = "Glass identification")
@Reference(
    "B. German 1987, Glass Identification, UCI Machine Learning Repository, "
        + "doi:10.24432/C5WW2P")
@Attribution(source = "the examples of Weka 3.6.14, glass.arff", licence = "CC BY 4.0")
public record Glass() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("glass.csv");
  }
}
