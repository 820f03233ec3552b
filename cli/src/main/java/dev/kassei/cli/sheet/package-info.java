/** What the commands print: tables, and sheets of names and values, as text and as JSON. */
@NullMarked
package dev.kassei.cli.sheet;

import org.jspecify.annotations.NullMarked;
