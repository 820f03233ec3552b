package dev.kassei.results.record;

import dev.kassei.api.Precision;
import java.util.Map;

/**
 * The content of {@code run.json}. Numbers that JSON does not know are the texts {@code NaN},
 * {@code Infinity} and {@code -Infinity}.
 *
 * @param name the experiment's name
 * @param status how the run ended
 * @param failure why it ended early; "" if it did not, and then not in the file
 * @param versions of Kassei, its code and Java, by name
 * @param plugins the jars and folders with plugins that are not built in, by path, each with a
 *     hash: the SHA-256 of a jar, and of a folder that of its files' names, sizes and CRC-32 sums
 * @param precision the floating-point format of the network
 * @param data what it was trained and measured on
 * @param epochs the number of epochs that ended
 * @param steps the number of optimizer steps done
 * @param metrics the final metrics by name, such as {@code test.accuracy}
 * @param digest of weights and metrics, in hexadecimal: equal for equal results
 */
public record RunRecord(
    String name,
    RunStatus status,
    String failure,
    Map<String, String> versions,
    Map<String, String> plugins,
    Precision precision,
    DataRecord data,
    int epochs,
    long steps,
    Map<String, Double> metrics,
    String digest) {
  /** The version of the folder's layout, {@code format} in the file. */
  public static final int FORMAT = 1;
}
