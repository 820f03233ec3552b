package dev.kassei.experiment.config.tree;

/** The paths of keys as problems name them. */
public final class Paths {
  private Paths() {}

  /** The path of a key of the map at a path. */
  public static String key(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The path of an item, from 0, of the list at a path. */
  public static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
