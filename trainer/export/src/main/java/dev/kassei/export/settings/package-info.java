/** What a run was set to, as flat names and values: what other programs call hyperparameters. */
@NullMarked
package dev.kassei.export.settings;

import org.jspecify.annotations.NullMarked;
