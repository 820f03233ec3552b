package dev.kassei.results.record;

import dev.kassei.api.Precision;
import dev.kassei.results.text.Noun;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param end why it ended then
 * @param stopReason why a listener ended it, if one did
 * @param best the best epoch, where one is looked for and was found
 * @param metrics the final metrics by name, such as {@code test.accuracy}
 * @param initialGains by which gain each tensor of weights was drawn, and why; if empty, not in the
 *     file
 * @param remarks what a reader of the metrics should know, in sentences; if empty, not in the file
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
    RunEnd end,
    Optional<String> stopReason,
    Optional<BestRecord> best,
    Map<String, Double> metrics,
    Map<String, String> initialGains,
    List<String> remarks,
    String digest) {
  /** The version of the folder's layout, {@code format} in the file. */
  public static final int FORMAT = 1;

  /**
   * How it ended, as sentences; empty where it was trained to its last epoch, and no best is looked
   * for.
   */
  public String ending() {
    String reached = end == RunEnd.EPOCHS ? "" : stopped() + ". ";
    return (reached + best.map(this::best).orElse("")).strip();
  }

  private String stopped() {
    String after = Noun.EPOCH.count(epochs);
    return switch (end) {
      case EPOCHS -> "Ended after " + after;
      case DIVERGENCE -> "The run diverged after %s: %s".formatted(after, failure);
      case EARLY_STOPPING -> "Early stopping ended the training after " + after;
      case CONVERGENCE -> "The minimizer found nothing better after " + after;
      case MAX_STEPS -> "training.max_steps ended the training at step " + steps;
      case TIME_BUDGET ->
          "The time budget ended the training at step %s; max_steps: %s in its place repeats it"
              .formatted(steps, steps);
      case LISTENER ->
          "A listener ended the training at step %s, after %s: %s"
              .formatted(steps, after, stopReason.orElse("it gave no reason"));
      case INTERRUPT -> "Interrupted at step %s, after %s".formatted(steps, after);
    };
  }

  private String best(BestRecord record) {
    String weights =
        record.restored() ? "whose weights are the result" : "but the last weights are the result";
    return "The best %s was that of epoch %s, counted from 0, %s."
        .formatted(record.monitor(), record.epoch(), weights);
  }
}
