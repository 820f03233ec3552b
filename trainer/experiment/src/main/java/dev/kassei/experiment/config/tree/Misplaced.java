package dev.kassei.experiment.config.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keys that peers have where there is none here: it stands elsewhere, or nobody has to give it.
 *
 * @param place the map in which peers have it, by its path or by one of its keys
 * @param keys how they call it, without case and punctuation
 * @param advice what to do, as a part of a sentence
 */
record Misplaced(String place, List<String> keys, String advice) {
  /** A layer in a list that has no keys of its own, such as the identity, called linear. */
  private static final String BARE_LAYER = "layers[]";

  private static final List<String> OF_ALL = List.of(Keys.NAME, Keys.LIKE);

  private static final String DENSE = "; a fully connected layer is {type: dense, units: …}";

  private static final List<Misplaced> ALL =
      List.of(
          of("training", "patience", meant("early_stopping.patience")),
          of("training", "lr learningrate", meant("optimizer.learning_rate")),
          of("training", "weightdecay", meant("optimizer.weight_decay")),
          of("loss", "weight weights classweight classweights", meant("training.class_weights")),
          of("norm", "batchnorm usebatchnorm", meant("norm: batch_norm")),
          of("norm", "layernorm uselayernorm", meant("norm: layer_norm")),
          of("history_size", "linesearchfn linesearch", "; the search is always strong Wolfe's"),
          inferred("units", "infeatures indim inputdim inputshape inputsize inchannels"),
          inferred("out_channels", "inchannels infeatures inputshape"),
          inferred("affine", "numfeatures normalizedshape"),
          inferred("hidden", "infeatures indim inputdim inputshape inputsize"),
          inferred("hidden", "outfeatures outdim outputdim outputsize numclasses nclasses"),
          of(BARE_LAYER, "outfeatures infeatures units", DENSE),
          inferred("pool", "numclasses nclasses inchannels"));

  private static Misplaced of(String place, String keys, String advice) {
    return new Misplaced(place, List.of(keys.split(" ")), advice);
  }

  private static Misplaced inferred(String place, String keys) {
    return of(place, keys, "; it follows from the data and the layers before, leave it out");
  }

  private static String meant(String name) {
    return "; did you mean '%s'?".formatted(name);
  }

  /**
   * What to do about a key that is not known.
   *
   * @param path of the map in which it stands
   * @param known the keys that are known there
   */
  static Optional<String> advice(String key, String path, Collection<String> known) {
    String bare = Suggestions.bare(key);
    List<String> places = places(path, known);
    return ALL.stream()
        .filter(each -> each.keys.contains(bare))
        .filter(each -> places.contains(each.place))
        .map(Misplaced::advice)
        .findFirst();
  }

  private static List<String> places(String path, Collection<String> known) {
    var places = new ArrayList<>(known);
    places.add(path);
    if (path.matches(".*layers\\[[0-9]+]") && OF_ALL.containsAll(known)) {
      places.add(BARE_LAYER);
    }
    return places;
  }
}
