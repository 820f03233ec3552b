package dev.kassei.export.pytorch;

import dev.kassei.export.resource.Resource;
import java.util.Set;

/** The names that modules of Python have already. */
public final class PythonModules {
  /** Those of the standard library, and those that PyTorch imports beside it. */
  private static final Set<String> TAKEN =
      Set.of(Resource.beside(PythonModules.class, "modules.txt").text().strip().split("\\s+"));

  private PythonModules() {}

  /**
   * Whether a file of this name, without its ending, would be found in place of a module that
   * PyTorch or the exported file imports, directly or not.
   */
  public static boolean isTaken(String name) {
    return TAKEN.contains(name);
  }
}
