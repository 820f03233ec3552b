package dev.kassei.experiment.config.tree;

/** The paths of keys as problems name them. */
public final class Paths {
  private Paths() {}

  public static String key(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  public static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
