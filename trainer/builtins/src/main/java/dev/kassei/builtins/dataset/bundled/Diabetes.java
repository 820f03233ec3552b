package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/**
 * The progression of diabetes one year after ten measures were taken, a number from 25 to 346.
 * Features are unscaled, where scikit-learn by default scales them; {@code sex} is 1 or 2.
 */
@PluginName(value = "diabetes", title = "Diabetes progression")
@Reference(
    "B. Efron, T. Hastie, I. Johnstone, R. Tibshirani 2004, Least angle regression, "
        + "Annals of Statistics 32, doi:10.1214/009053604000000067")
@Attribution(
    source =
        "scikit-learn 1.4.2, diabetes_data_raw.csv.gz and diabetes_target.csv.gz, " + "unscaled",
    licence =
        "published by its authors without a licence; distributed with scikit-learn "
            + "(BSD-3-Clause)")
public record Diabetes() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.numbers("diabetes.csv");
  }
}
