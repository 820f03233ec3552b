/** Projects for plugins of your own, as {@code kassei new} writes them. */
@NullMarked
package dev.kassei.cli.project;

import org.jspecify.annotations.NullMarked;
