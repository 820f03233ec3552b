package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/**
 * Seven materials in outdoor photographs by 19 measures of 3 × 3 pixels. The feature {@code
 * region_pixel_count} is 9 in all rows.
 */
@PluginName(value = "image_segmentation", title = "Image segmentation")
@Reference(
    "Vision Group, University of Massachusetts 1990, Image Segmentation, UCI "
        + "Machine Learning Repository, doi:10.24432/C5GP4N")
@Attribution(
    source =
        "the examples of Weka 3.6.14, segment-challenge.arff, then segment-test.arff: "
            + "all rows of the original, in Weka’s order",
    licence = "CC BY 4.0")
public record ImageSegmentation() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.classes("image_segmentation.csv");
  }
}
