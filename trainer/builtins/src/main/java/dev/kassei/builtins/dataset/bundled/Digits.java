package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/** Handwritten digits, 8 × 8 pixels from 0 to 16, row by row: the test set of the original. */
@PluginName(value = "digits", title = "Handwritten digits, 8 × 8")
@Reference(
    "E. Alpaydin, C. Kaynak 1998, Optical Recognition of Handwritten Digits, UCI "
        + "Machine Learning Repository, doi:10.24432/C50P49")
@Attribution(
    source = "scikit-learn 1.4.2, digits.csv.gz: the test set of the original",
    licence = "CC BY 4.0")
public record Digits() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("digits.csv");
  }
}
