package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;
import java.util.List;

/** Applicants for a credit, good or bad risks, by seven numbers and 13 categories. */
@PluginName(value = "german_credit", title = "Statlog (German credit)")
@Reference(
    "H. Hofmann 1994, Statlog (German Credit Data), UCI Machine Learning "
        + "Repository, doi:10.24432/C5NC77")
@Attribution(source = "the examples of Weka 3.6.14, credit-g.arff", licence = "CC BY 4.0")
public record GermanCredit() implements DatasetSource {
  private static final List<String> CATEGORICAL =
      List.of(
          "checking_status",
          "credit_history",
          "purpose",
          "savings_status",
          "employment",
          "personal_status",
          "other_parties",
          "property_magnitude",
          "other_payment_plans",
          "housing",
          "job",
          "own_telephone",
          "foreign_worker");

  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("german_credit.csv", CATEGORICAL);
  }
}
