package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/**
 * Three species of iris by the lengths and widths of sepals and petals in centimetres. These are
 * the values of Fisher’s paper and of R; the copy at UCI differs in rows 35 and 38.
 */
@PluginName(value = "iris", title = "Iris")
@Reference(
    "R. A. Fisher 1936, The use of multiple measurements in taxonomic problems, "
        + "Annals of Eugenics 7; UCI Machine Learning Repository, doi:10.24432/C56C76")
@Attribution(
    source =
        "scikit-learn 1.4.2, iris.csv; the values of the paper and of R, not the two "
            + "wrong rows of UCI",
    licence = "CC BY 4.0")
public record Iris() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("iris.csv");
  }
}
