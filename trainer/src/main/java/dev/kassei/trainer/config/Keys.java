package dev.kassei.trainer.config;

/** The keys that mean the same in every plugin's map. */
final class Keys {
  /** Which plugin. */
  static final String TYPE = "type";

  /** Which peer's definition of it. */
  static final String LIKE = "like";

  /** What it is called in pictures and tables. */
  static final String NAME = "name";

  /** A map with this key and without a type is the plugin of this name. */
  static final String FORMULA = "formula";

  private Keys() {}
}
