package dev.kassei.builtins.dataset.bundled;

import dev.kassei.api.Attribution;
import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;

/**
 * The published relative performance of processors of the 1980s by cycle time in nanoseconds,
 * memory in kilobytes and channels.
 */
@PluginName(value = "computer_hardware", title = "Computer hardware")
@Reference(
    "P. Ein-Dor, J. Feldmesser 1987, Computer Hardware, UCI Machine Learning "
        + "Repository, doi:10.24432/C5830D")
@Attribution(source = "the examples of Weka 3.6.14, cpu.arff", licence = "CC BY 4.0")
public record ComputerHardware() implements DatasetSource {
  @Override
  public Dataset load(Context context) throws IOException {
    return Bundled.numbers("computer_hardware.csv");
  }
}
