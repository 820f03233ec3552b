package dev.kassei.plotting.batch;

import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;

/** The folder of a batch with as many trials as asked for, on one data set. */
public final class ManyTrials {
  private static final int EPOCHS = 4;

  private final Random random = new Random(9);
  private final StringBuilder trials =
      new StringBuilder(
          "trial,optimizer.learning_rate,model.activation,seed,status,reason,digest\n");
  private final StringBuilder curves = new StringBuilder("trial,epoch,test.accuracy\n");
  private int count;

  private ManyTrials() {}

  static BatchFolder write(Path path, int methods, int seeds) throws IOException {
    return write(path, 1, methods, seeds);
  }

  /** Each method in each of several settings. */
  public static BatchFolder write(Path path, int settings, int methods, int seeds)
      throws IOException {
    return new ManyTrials().folder(path, settings, methods, seeds);
  }

  private BatchFolder folder(Path path, int settings, int methods, int seeds) throws IOException {
    var records = new StringJoiner(",\n");
    for (int setting = 0; setting < settings; setting++) {
      records.add(setting(setting, settings, methods, seeds));
    }
    Files.writeString(path.resolve(BatchFiles.TRIALS), trials);
    Files.writeString(path.resolve(BatchFiles.CURVES), curves);
    Files.writeString(path.resolve(BatchFiles.CONFIG), "name: many\n");
    Files.writeString(path.resolve(BatchFiles.STATISTICS), statistics(count, records.toString()));
    return BatchFolder.at(path).signed();
  }

  private String setting(int setting, int settings, int methods, int seeds) {
    String rate = settings == 1 ? "" : "0." + (setting + 1);
    var records = new StringJoiner(",\n");
    for (int method = 0; method < methods; method++) {
      var scores = new StringJoiner(",");
      for (int seed = 0; seed < seeds; seed++) {
        double score = Math.rint(1e4 * random.nextDouble(0.5, 1)) / 1e4;
        scores.add(Double.toString(score));
        addTrial(rate, method, seed, score);
      }
      records.add(method(method, seeds, scores.toString()));
    }
    String axes = rate.isEmpty() ? "" : "\"optimizer.learning_rate\": \"" + rate + "\"";
    return """
        {"axes": {%s}, "verdict": ["Nothing is known."], "cautions": [],
           "datasets": [{"name": "iris", "design": "independent", "design_text": "Fresh.",
             "repetitions": 500, "missing": 0, "verdict": [], "cautions": [],
             "methods": [%s]}]}
        """
        .formatted(axes, records);
  }

  private void addTrial(String rate, int method, int seed, double score) {
    count++;
    trials.append(count).append(',').append(rate).append(",method-").append(method);
    trials.append(',').append(seed).append(",completed,,d\n");
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double value = score * (epoch + 1) / EPOCHS;
      curves.append(count).append(',').append(epoch).append(',').append(value).append('\n');
    }
  }

  private static String method(int method, int seeds, String scores) {
    String contrast =
        """
        "contrast": {"difference": 0.1, "lower": 0, "upper": 0.2, "wins": 1, "ties": 0, "losses": 0,
         "probability": 0.5, "cliffs_delta": 0, "p": 0.1, "adjusted_p": 0.1, "equivalence_p": 1, "adjusted_equivalence_p": 1, "finding": "undecided"},
        """;
    return """
        {"name": "method-%s", "trials": %s, "failures": 0, "undecided": 0, "center": 0.75, "spread": 0.1,
         "lower_quartile": 0.6, "upper_quartile": 0.9, %s "chosen": [], "scores": [%s]}
        """
        .formatted(method, seeds, method == 0 ? "" : contrast, scores);
  }

  private static String statistics(int trials, String settings) {
    return """
        {"format": 1, "name": "many", "version": "0.1.0",
         "trials": {"planned": %1$s, "completed": %1$s, "diverged": 0, "failed": 0}, "digest": "d",
         "compared": {"axis": "model.activation", "values": [], "metric": "test.accuracy",
           "greater_is_better": true, "epoch": "last", "reference": "method-0", "rope": 0,
           "alpha": 0.05, "center": "mean", "post_hoc": "wilcoxon_holm", "statement": []},
         "verdict": [], "cautions": [],
         "settings": [%2$s]}
        """
        .formatted(trials, settings);
  }
}
