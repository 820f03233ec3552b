/**
 * What is meant by a name or a key that is not known: by what other libraries call it, by slips.
 */
@NullMarked
package dev.kassei.experiment.config.advice;

import org.jspecify.annotations.NullMarked;
