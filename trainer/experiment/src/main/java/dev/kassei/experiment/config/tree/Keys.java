package dev.kassei.experiment.config.tree;

/** The keys that mean the same in every plugin's map. */
public final class Keys {
  /** Which plugin. */
  public static final String TYPE = "type";

  /** Which peer's definition of it. */
  public static final String LIKE = "like";

  /** What it is called in pictures and tables. */
  public static final String NAME = "name";

  /** A map with this key and without a type is the plugin of this name. */
  public static final String FORMULA = "formula";

  private Keys() {}
}
