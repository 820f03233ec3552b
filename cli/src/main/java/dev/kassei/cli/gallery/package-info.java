/** The figures of {@code kassei gallery}. */
@NullMarked
package dev.kassei.cli.gallery;

import org.jspecify.annotations.NullMarked;
