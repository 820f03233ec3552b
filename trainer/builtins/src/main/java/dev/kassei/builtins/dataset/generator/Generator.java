package dev.kassei.builtins.dataset.generator;

import dev.kassei.api.DatasetSource;

/** A source whose rows are generated anew for each seed. */
interface Generator extends DatasetSource {
  @Override
  default boolean isGenerated() {
    return true;
  }
}
