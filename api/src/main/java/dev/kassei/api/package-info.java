/**
 * What a plugin author sees: one interface a plugin family, the annotations that name and describe
 * a plugin, and the records that cross the border between plugins and the trainer.
 */
@NullMarked
package dev.kassei.api;

import org.jspecify.annotations.NullMarked;
