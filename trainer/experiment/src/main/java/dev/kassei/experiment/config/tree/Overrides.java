package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.DottedKeys.Piece;
import dev.kassei.experiment.config.tree.Node.Mapping;
import java.util.List;

/** Merges {@code path=value} settings of the command line onto a tree, the last one on top. */
public final class Overrides {
  private static final String OPTION = "--set ";
  private final KeyForm form;
  private final Problems problems;

  /**
   * @param form the form of the keys of the tree
   * @param problems takes settings that cannot be read
   */
  public Overrides(KeyForm form, Problems problems) {
    this.form = form;
    this.problems = problems;
  }

  /** The tree with the settings merged onto it, the last one on top. */
  public Mapping mergedOnto(Mapping tree, List<String> settings) {
    Mapping result = tree;
    for (String setting : settings) {
      result = Overlay.merge(result, parse(setting));
    }
    return result;
  }

  private Mapping parse(String setting) {
    int equals = setting.indexOf('=');
    String path = equals < 0 ? setting : setting.substring(0, equals).strip();
    Location location = Location.whole(OPTION + Words.shown(path));
    List<String> keys = List.of(path.split("\\.", -1));
    if (equals < 0 || keys.contains("")) {
      throw problems.fatal(
          location, "", "expected path=value, such as optimizer.learning_rate=0.01");
    }
    if (keys.size() > YamlReader.MAX_DEPTH) {
      throw problems.fatal(location, "", "nested deeper than " + YamlReader.MAX_DEPTH + " levels");
    }
    Node value = YamlReader.read(location, setting.substring(equals + 1), path, form, problems);
    Mapping tree =
        new DottedKeys(problems).nest(location, List.of(new Piece(keys, location, value)), "");
    return form.canonical(tree, problems);
  }
}
