/** What a batch found, as files and words. */
@NullMarked
package dev.kassei.trainer.batch.report;

import org.jspecify.annotations.NullMarked;
