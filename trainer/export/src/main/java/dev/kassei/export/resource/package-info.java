/** Texts beside classes, such as the frame of a header. */
@NullMarked
package dev.kassei.export.resource;

import org.jspecify.annotations.NullMarked;
