/** States of trials on disk: which trial a state belongs to, and where trials resume. */
@NullMarked
package dev.kassei.experiment.checkpoint;

import org.jspecify.annotations.NullMarked;
