package dev.kassei.cli.project;

import dev.kassei.api.Activation;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.Listener;
import dev.kassei.api.Loss;
import dev.kassei.api.Metric;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Model;
import dev.kassei.api.Optimizer;
import dev.kassei.api.Schedule;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of plugin that a project can be written for. */
public enum PluginKind {
  ACTIVATION(Activation.class, Families.ACTIVATION, Families.LAYER),
  LAYER(Layer.class, Families.LAYER),
  MODEL(Model.class, Families.MODEL),
  LOSS(Loss.class, Families.LOSS),
  OPTIMIZER(Optimizer.class, Families.OPTIMIZER),
  MINIMIZER(Minimizer.class, Families.OPTIMIZER),
  INITIALIZER(Initializer.class, Families.INITIALIZER),
  DATASET(DatasetSource.class, Families.DATASET),
  METRIC(Metric.class, Families.METRIC),
  SCHEDULE(Schedule.class, Families.SCHEDULE),
  LISTENER(Listener.class, Families.LISTENER);

  private final Class<?> service;

  @SuppressWarnings("ImmutableEnumChecker") // a copy of constants
  private final List<Family<?>> families;

  /** Families within which a name must be new: one name in two of them could not be told apart. */
  PluginKind(Class<?> service, Family<?>... families) {
    this.service = service;
    this.families = List.of(families);
  }

  /** The kind that is written so on the command line. */
  public static Optional<PluginKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All kinds as they are written on the command line. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PluginKind::word).toList();
  }

  /** The word on the command line, such as {@code activation}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The families among whose plugins a new one's name must be new. */
  public List<Family<?>> families() {
    return families;
  }

  /** The interface under which it is registered. */
  Class<?> service() {
    return service;
  }

  /** The word with its article, such as {@code an activation}. */
  String withArticle() {
    return ("aeiou".indexOf(word().charAt(0)) >= 0 ? "an " : "a ") + word();
  }
}
