package dev.kassei.cli.completion;

import dev.kassei.api.Activation;
import dev.kassei.cli.project.PluginKind;
import dev.kassei.engine.analysis.Property;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.schema.ExperimentSchema;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/** Which words may be typed as the values of options and parameters. */
final class Words {
  private static final List<String> SPLITS = List.of("train", "validation", "test");

  private final Plugins plugins;

  Words(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * The values of an option or parameter.
   *
   * @param place the command and the option or the label of the parameter, such as {@code list
   *     KIND}
   */
  Values of(String place, ArgSpec argument) {
    Values values = known(place, type(argument));
    return argument.splitRegex().isEmpty() ? values : values.as(Values.Form.LIST);
  }

  private static Class<?> type(ArgSpec argument) {
    Class<?>[] types = argument.auxiliaryTypes();
    return types[types.length - 1];
  }

  private Values known(String place, Class<?> type) {
    if (type.isEnum()) {
      return Values.of(constants(type));
    }
    if (type == Path.class || type == File.class) {
      return Values.FILES;
    }
    return switch (place) {
      case "check NAME|FORMULA|YAML" -> Values.of(names());
      case "compare --axis" -> Values.of(paths());
      case "compare --epoch" -> Values.of(List.of("last", "best"));
      case "compare --metric" -> Values.of(measures());
      case "completion SHELL" -> Values.of(Shell.words());
      case "gallery --activations" -> Values.of(names(Families.ACTIVATION)).as(Values.Form.LIST);
      case "list --family" -> Values.of(groups());
      case "list --peer" -> Values.of(peers());
      case "list --property" -> Values.of(properties());
      case "list KIND" -> Values.of(Families.ALL.stream().map(Family::plural).toList());
      case "new KIND" -> Values.of(PluginKind.words());
      case "show --kind" -> Values.of(Families.ALL.stream().map(Family::key).toList());
      case "show NAME|FORMULA|YAML|FILE" -> Values.of(names()).orFiles();
      default ->
          place.endsWith(" --set") ? Values.of(paths()).as(Values.Form.SETTING) : Values.UNKNOWN;
    };
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private List<String> names() {
    return sorted(Families.ALL.stream().flatMap(family -> names(family).stream()));
  }

  private List<String> names(Family<?> family) {
    return plugins.of(family).names();
  }

  private List<String> measures() {
    List<String> metrics = names(Families.METRIC);
    return SPLITS.stream()
        .flatMap(
            split -> Stream.concat(Stream.of("loss"), metrics.stream()).map(m -> split + "." + m))
        .toList();
  }

  private Stream<PluginEntry<Activation>> activations() {
    return plugins.of(Families.ACTIVATION).tried().entries().stream();
  }

  private List<String> groups() {
    return sorted(activations().map(PluginEntry::group));
  }

  private List<String> peers() {
    return sorted(activations().flatMap(entry -> entry.defaults().peers().keySet().stream()));
  }

  private static List<String> properties() {
    return Arrays.stream(Property.values()).map(Property::key).toList();
  }

  /** The paths of an experiment that a schema knows one by one. */
  private List<String> paths() {
    return sorted(new ExperimentSchema(plugins).names());
  }

  private static List<String> sorted(Stream<String> words) {
    return words.distinct().sorted().toList();
  }
}
