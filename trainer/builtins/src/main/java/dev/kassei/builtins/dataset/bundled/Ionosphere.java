package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/**
 * Radar returns from the ionosphere, good or bad, by 17 complex numbers. The feature {@code a02} is
 * 0 in all rows.
 */
@PluginName(value = "ionosphere", title = "Ionosphere")
@Reference(
    "V. Sigillito, S. Wing, L. Hutton, K. Baker 1989, Ionosphere, UCI Machine "
        + "Learning Repository, doi:10.24432/C5W01B")
@Attribution(source = "the examples of Weka 3.6.14, ionosphere.arff", licence = "CC BY 4.0")
public record Ionosphere() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("ionosphere.csv");
  }
}
