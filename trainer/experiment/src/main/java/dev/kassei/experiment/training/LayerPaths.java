package dev.kassei.experiment.training;

import dev.kassei.experiment.config.ExperimentException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The layers of a network that have parameters, by path.
 *
 * @param parameters the full names of all parameters
 * @param layers the paths of their layers and of what these are in
 */
record LayerPaths(List<String> parameters, Set<String> layers) {
  static LayerPaths of(List<String> parameters) {
    var layers = new LinkedHashSet<String>();
    for (String name : parameters) {
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        layers.add(name.substring(0, dot));
      }
    }
    return new LayerPaths(parameters, layers);
  }

  /**
   * The parameters of the layers that a pattern fits, in which * is any one name.
   *
   * @param key where the pattern stands
   * @param words what may stand there, too
   * @throws ExperimentException if there is no such layer
   */
  List<String> parameters(String key, String pattern, List<String> words) {
    Pattern regex = regex(pattern);
    List<String> found = parameters.stream().filter(regex.asMatchPredicate()).toList();
    if (found.isEmpty()) {
      var known = new ArrayList<>(words);
      known.addAll(layers);
      throw new ExperimentException(
          key,
          "no layer with parameters is called '%s'; there are %s"
              .formatted(pattern, String.join(", ", known)));
    }
    return found;
  }

  private static Pattern regex(String pattern) {
    String literal = Pattern.quote(pattern).replace("*", "\\E[^.]*\\Q");
    return Pattern.compile(literal + "(\\..*)?");
  }
}
