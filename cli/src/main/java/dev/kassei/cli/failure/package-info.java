/** What goes wrong, its report and its exit code. */
@NullMarked
package dev.kassei.cli.failure;

import org.jspecify.annotations.NullMarked;
