/** What is known of the terminal that a user sits at. */
@NullMarked
package dev.kassei.cli.terminal;

import org.jspecify.annotations.NullMarked;
