package dev.kassei.experiment.config.advice;

import java.util.List;

/** Where the keys of a configuration stand. */
public interface KnownKeys {
  /** The paths that end with a key and are as short as any. */
  List<String> places(String key);

  /** The plugins that can stand at a path and have a key. */
  List<String> owners(String path, String key);
}
