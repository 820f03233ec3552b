/** The command line; the only place that touches the standard streams. */
@NullMarked
package dev.kassei.cli;

import org.jspecify.annotations.NullMarked;
