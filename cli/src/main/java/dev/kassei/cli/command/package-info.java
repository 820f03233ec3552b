/** The commands, a file per command, and their options. */
@NullMarked
package dev.kassei.cli.command;

import org.jspecify.annotations.NullMarked;
