package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.config.advice.ForeignKey;
import dev.kassei.experiment.config.advice.ForeignKeys;
import dev.kassei.experiment.config.advice.ForeignName;
import dev.kassei.experiment.config.advice.ForeignNames;
import dev.kassei.experiment.plugin.Catalogue;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of what other libraries call things name nothing that is not here. */
class ForeignWordsTest {
  private static final Plugins PLUGINS = Plugins.builtIn();
  private static final Set<String> KEYS = keys();

  private static Stream<ForeignName> named() {
    return ForeignNames.all().stream().filter(name -> !name.here().isEmpty());
  }

  private static Stream<ForeignKey> keyed() {
    return ForeignKeys.all().stream().filter(key -> !key.here().isEmpty());
  }

  /** What stands for a value that is up to the reader is no YAML. */
  private static String filled(String here) {
    return here.replace(", …]", "]").replace("[…]", "[relu]").replace("…", "8");
  }

  @Test
  void whatAPluginIsHereExists() {
    var loader = new ConfigLoader(PLUGINS);
    for (Family<?> family : Families.ALL) {
      Catalogue<?> catalogue = PLUGINS.of(family);
      named()
          .filter(name -> name.family().equals(family.key()))
          .map(ForeignName::here)
          .distinct()
          .filter(here -> catalogue.find(here).isEmpty())
          .forEach(here -> loader.plugin(family, here, filled(here)));
    }
  }

  @ParameterizedTest
  @MethodSource("keyed")
  void whatAKeyIsHereExists(ForeignKey key) {
    String last = key.here().replaceFirst(":.*", "").replaceFirst(".*\\.", "");
    assertThat(KEYS).contains(last);
    if (key.here().contains(".")) {
      assertThat(KEYS).contains(key.here().replaceFirst("\\..*", ""));
    }
  }

  @Test
  void noNameStandsTwiceInAFamily() {
    for (Family<?> family : Families.ALL) {
      assertThat(
              ForeignNames.all().stream()
                  .filter(name -> name.family().equals(family.key()))
                  .flatMap(name -> name.names().stream()))
          .as(family.plural())
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void noLineSaysWhatTheSpellingTells() {
    assertThat(
            named()
                .filter(name -> !name.family().equals("layer"))
                .filter(name -> name.remark().isEmpty())
                .filter(name -> name.names().contains(name.here().replace("_", ""))))
        .isEmpty();
  }

  private static Set<String> keys() {
    Stream<String> ofPlugins =
        Families.ALL.stream()
            .flatMap(family -> PLUGINS.of(family).entries().stream())
            .map(PluginEntry::type)
            .filter(Class::isRecord)
            .flatMap(type -> RecordShape.of(type).keys().stream());
    Stream<String> ofFiles = Stream.of("batch", "from", "count");
    return Stream.of(ofPlugins, ofFiles, below(RecordShape.of(ExperimentConfig.class)))
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }

  private static Stream<String> below(RecordShape shape) {
    return Stream.concat(
        shape.keys().stream(),
        shape.components().stream().map(Component::slot).flatMap(ForeignWordsTest::inside));
  }

  private static Stream<String> inside(Slot slot) {
    if (slot.inside().isPresent()) {
      return inside(slot.inside().get());
    }
    List<Class<?>> records = slot.raw().isRecord() ? List.of(slot.raw()) : List.of();
    return records.stream().flatMap(type -> below(RecordShape.of(type)));
  }
}
