package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;
import java.util.List;

/**
 * Democrats and republicans of the House of Representatives by 16 votes, yes or no. A gap means
 * neither, which need not be unknown.
 */
@PluginName(value = "house_votes", title = "Congressional votes of 1984")
@Reference(
    "Congressional Quarterly Almanac 1984, donated by J. Schlimmer 1987, "
        + "Congressional Voting Records, UCI Machine Learning Repository, "
        + "doi:10.24432/C5C01P")
@Attribution(source = "the examples of Weka 3.6.14, vote.arff", licence = "CC BY 4.0")
public record HouseVotes() implements DatasetSource {
  private static final List<String> CATEGORICAL =
      List.of(
          "handicapped_infants",
          "water_project_cost_sharing",
          "adoption_of_the_budget_resolution",
          "physician_fee_freeze",
          "el_salvador_aid",
          "religious_groups_in_schools",
          "anti_satellite_test_ban",
          "aid_to_nicaraguan_contras",
          "mx_missile",
          "immigration",
          "synfuels_corporation_cutback",
          "education_spending",
          "superfund_right_to_sue",
          "crime",
          "duty_free_exports",
          "export_administration_act_south_africa");

  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("house_votes.csv", CATEGORICAL);
  }
}
