package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;
import java.util.List;

/**
 * 19 diseases of soybeans by 35 symptoms and circumstances, with gaps: the training and the test
 * set of the original.
 */
@PluginName(value = "soybean", title = "Soybean diseases (large)")
@Reference(
    "R. S. Michalski, R. L. Chilausky 1980, Soybean (Large), UCI Machine Learning "
        + "Repository, doi:10.24432/C5JG6Z")
@Attribution(source = "the examples of Weka 3.6.14, soybean.arff", licence = "CC BY 4.0")
public record Soybean() implements DatasetSource {
  private static final List<String> CATEGORICAL =
      List.of(
          "date",
          "plant_stand",
          "precip",
          "temp",
          "hail",
          "crop_hist",
          "area_damaged",
          "severity",
          "seed_tmt",
          "germination",
          "plant_growth",
          "leaves",
          "leafspots_halo",
          "leafspots_marg",
          "leafspot_size",
          "leaf_shread",
          "leaf_malf",
          "leaf_mild",
          "stem",
          "lodging",
          "stem_cankers",
          "canker_lesion",
          "fruiting_bodies",
          "external_decay",
          "mycelium",
          "int_discolor",
          "sclerotia",
          "fruit_pods",
          "fruit_spots",
          "seed",
          "mold_growth",
          "seed_discolor",
          "seed_size",
          "shriveling",
          "roots");

  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("soybean.csv", CATEGORICAL);
  }
}
