/** Plugins for tests of the binder. */
@NullMarked
package dev.kassei.trainer.config.plugins;

import org.jspecify.annotations.NullMarked;
