package dev.kassei.builtins.dataset;

import dev.kassei.results.file.FileProblems;
import java.io.InputStream;

/**
 * A file of separated values that is open.
 *
 * @param name as the configuration has it
 */
record CsvFile(String name, InputStream in, FileProblems problems) {}
