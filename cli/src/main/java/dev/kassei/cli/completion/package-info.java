/**
 * Scripts by which shells complete what is typed, made of the commands and the plugins there are.
 */
@NullMarked
package dev.kassei.cli.completion;

import org.jspecify.annotations.NullMarked;
