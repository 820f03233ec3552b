package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;
import java.util.List;

/** Contracts in Canadian industry, acceptable or not, by 16 terms, a third of which are gaps. */
@PluginName(value = "labor", title = "Labour negotiations")
@Reference(
    "Collective Bargaining Review, Labour Canada 1988, Labor Relations, UCI Machine "
        + "Learning Repository")
@Attribution(source = "the examples of Weka 3.6.14, labor.arff", licence = "CC BY 4.0")
public record Labor() implements DatasetSource {
  private static final List<String> CATEGORICAL =
      List.of(
          "cost_of_living_adjustment",
          "pension",
          "education_allowance",
          "vacation",
          "longterm_disability_assistance",
          "contribution_to_dental_plan",
          "bereavement_assistance",
          "contribution_to_health_plan");

  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("labor.csv", CATEGORICAL);
  }
}
