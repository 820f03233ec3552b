/** What is printed while something trains. */
@NullMarked
package dev.kassei.cli.progress;

import org.jspecify.annotations.NullMarked;
