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
    return holders(path)
        .filter(holder -> holder.shape().keys().contains(key))
        .flatMap(holder -> holder.plugin().stream())
        .distinct()
        .toList();
  }

  /**
   * What can hold keys at a path.
   *
   * @param plugin the plugin that it is, if it is one
   */
  private record Holder(RecordShape shape, Optional<String> plugin) {
    private Holder(RecordShape shape) {
      this(shape, Optional.empty());
    }
  }

  /** Plugins can stand in plugins, as activations do in models. */
  private Stream<Holder> holders(String path) {
    if (path.isEmpty()) {
      return Stream.of(new Holder(RecordShape.of(ExperimentConfig.class)));
    }
    int dot = path.lastIndexOf('.');
    String key = path.substring(dot + 1);
    return holders(path.substring(0, Math.max(0, dot)))
        .flatMap(holder -> holder.shape().components().stream())
        .filter(component -> component.key().equals(key))
        .map(Component::slot)
        .distinct()
        .flatMap(this::holders);
  }

  private Stream<Holder> holders(Slot slot) {
    if (slot.inside().isPresent()) {
      return holders(slot.inside().get());
    }
    if (slot.isList() || slot.isMap()) {
      return Stream.empty();
    }
    return slot.raw().isRecord()
        ? besideEachOther(RecordShape.of(slot.raw()))
        : plugins(slot)
            .map(entry -> new Holder(RecordShape.of(entry.type()), Optional.of(entry.name())));
  }

  /** A record, and what its inline component can be. */
  private Stream<Holder> besideEachOther(RecordShape shape) {
    return Stream.concat(
        Stream.of(new Holder(shape)),
        shape.inline().stream().flatMap(component -> holders(component.slot())));
  }

  /** The plugins that can stand in a slot and have keys. */
  private Stream<? extends PluginEntry<?>> plugins(Slot slot) {
    return Families.of(slot.raw()).stream()
        .flatMap(family -> plugins.of(family).entries().stream())
        .filter(entry -> entry.type().isRecord());
  }

  private record Place(String path, String key) {}

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
        Stream.of(new Place(inner, component.key())), below(component.slot(), inner));
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
        : plugins(slot).flatMap(entry -> keys(entry, path));
  }

  private static Stream<Place> keys(PluginEntry<?> entry, String path) {
    return RecordShape.of(entry.type()).keys().stream()
        .map(key -> new Place(Paths.key(path, key), key));
  }
}
