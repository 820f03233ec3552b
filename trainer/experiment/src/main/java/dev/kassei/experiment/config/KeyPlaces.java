package dev.kassei.experiment.config;

import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.advice.KnownKeys;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of an experiment and of the plugins that can stand in it. */
final class KeyPlaces implements KnownKeys {
  private final Plugins plugins;

  KeyPlaces(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public List<String> places(String key) {
    List<String> paths = all().filter(place -> place.key().equals(key)).map(Place::path).toList();
    int depth = paths.stream().mapToInt(KeyPlaces::depth).min().orElse(0);
    return paths.stream().filter(path -> depth(path) == depth).distinct().toList();
  }

  private static int depth(String path) {
    return path.split("\\.").length;
  }

  @Override
  public List<String> owners(String path, String key) {
    String whole = Paths.key(path, key);
    return all()
        .filter(place -> place.path().equals(whole))
        .flatMap(place -> place.plugin().stream())
        .toList();
  }

  /**
   * A key where it may stand.
   *
   * @param plugin the plugin that has it, if others there may not
   */
  private record Place(String path, String key, Optional<String> plugin) {}

  private Stream<Place> all() {
    return inside(RecordShape.of(ExperimentConfig.class), "");
  }

  private Stream<Place> inside(RecordShape shape, String path) {
    return shape.components().stream().flatMap(component -> at(component, path));
  }

  private Stream<Place> at(Component component, String path) {
    if (component.inline()) {
      return below(component.slot(), path);
    }
    String inner = Paths.key(path, component.key());
    return Stream.concat(
        Stream.of(new Place(inner, component.key(), Optional.empty())),
        below(component.slot(), inner));
  }

  private Stream<Place> below(Slot slot, String path) {
    if (slot.inside().isPresent()) {
      return below(slot.inside().get(), path);
    }
    if (slot.isList() || slot.isMap()) {
      return Stream.empty();
    }
    return slot.raw().isRecord()
        ? inside(RecordShape.of(slot.raw()), path)
        : Families.of(slot.raw()).stream()
            .flatMap(family -> plugins.of(family).entries().stream())
            .flatMap(entry -> keys(entry, path));
  }

  private static Stream<Place> keys(PluginEntry<?> entry, String path) {
    return entry.type().isRecord()
        ? RecordShape.of(entry.type()).keys().stream()
            .map(key -> new Place(Paths.key(path, key), key, Optional.of(entry.name())))
        : Stream.empty();
  }
}
