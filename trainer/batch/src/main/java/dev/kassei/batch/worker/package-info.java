/**
 * Processes that train for another one: what they say to each other, and how it gets there. Nothing
 * here knows what a trial is.
 */
@NullMarked
package dev.kassei.batch.worker;

import org.jspecify.annotations.NullMarked;
