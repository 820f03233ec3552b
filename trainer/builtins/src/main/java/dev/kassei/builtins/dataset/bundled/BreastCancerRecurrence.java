package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;
import java.util.List;

/** Whether breast cancer came back, by nine categories. */
@PluginName(value = "breast_cancer_recurrence", title = "Breast cancer recurrence, Ljubljana")
@Reference(
    "M. Zwitter, M. Soklic 1988, Institute of Oncology, University Medical Centre "
        + "Ljubljana, Breast Cancer, UCI Machine Learning Repository, doi:10.24432/C51P4M")
@Attribution(source = "the examples of Weka 3.6.14, breast-cancer.arff", licence = "CC BY 4.0")
public record BreastCancerRecurrence() implements DatasetSource {
  private static final List<String> CATEGORICAL =
      List.of(
          "age",
          "menopause",
          "tumor_size",
          "inv_nodes",
          "node_caps",
          "deg_malig",
          "breast",
          "breast_quad",
          "irradiat");

  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("breast_cancer_recurrence.csv", CATEGORICAL);
  }
}
