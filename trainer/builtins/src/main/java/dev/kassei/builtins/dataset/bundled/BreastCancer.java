package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/**
 * Benign (0) and malignant (1) tumours by means, standard errors and worst values of ten measures
 * of cell nuclei. scikit-learn numbers the classes the other way round.
 */
@PluginName(value = "breast_cancer", title = "Breast cancer, Wisconsin diagnostic")
@Reference(
    "W. H. Wolberg, O. L. Mangasarian, N. Street, W. Street 1995, Breast Cancer "
        + "Wisconsin (Diagnostic), UCI Machine Learning Repository, doi:10.24432/C5DW2B")
@Attribution(source = "scikit-learn 1.4.2, breast_cancer.csv", licence = "CC BY 4.0")
public record BreastCancer() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("breast_cancer.csv");
  }
}
