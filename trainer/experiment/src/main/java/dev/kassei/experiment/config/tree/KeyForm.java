package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Mapping;

/** The form that the keys of a tree are brought into, so that files and settings can be merged. */
public interface KeyForm {
  /** Dotted keys are nested everywhere: {@code a.b: 1} means {@code a: {b: 1}}. */
  KeyForm NESTED =
      new KeyForm() {
        @Override
        public boolean staysDotted(String path) {
          return false;
        }

        @Override
        public Mapping canonical(Mapping tree, Problems problems) {
          return tree;
        }
      };

  /** Whether the map at this path keeps its dotted keys when it is read. */
  boolean staysDotted(String path);

  /** A whole tree, whose keys were kept where they should, in this form. */
  Mapping canonical(Mapping tree, Problems problems);
}
