package dev.kassei.trainer.config;

/** The paths of keys as problems name them. */
final class Paths {
  private Paths() {}

  static String key(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
