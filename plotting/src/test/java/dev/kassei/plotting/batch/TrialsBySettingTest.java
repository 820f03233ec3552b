package dev.kassei.plotting.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialsBySettingTest {
  private final Random random = new Random(1);

  @Test
  void trialsAreFoundThatHaveTheValues() {
    var trials = new ArrayList<Trial>();
    for (int i = 1; i <= 200; i++) {
      trials.add(new Trial(Integer.toString(i), axes(), "completed", "", ""));
    }
    var bySetting = new TrialsBySetting(trials);
    for (int i = 0; i < 200; i++) {
      Map<String, String> setting = axes();
      List<Trial> having =
          trials.stream()
              .filter(trial -> trial.axes().entrySet().containsAll(setting.entrySet()))
              .toList();
      assertThat(bySetting.of(setting)).isEqualTo(having);
    }
  }

  /** Some of three axes, each with one of three values. */
  private Map<String, String> axes() {
    var axes = new HashMap<String, String>();
    for (String path : List.of("optimizer", "loss", "training.epochs")) {
      if (random.nextBoolean()) {
        axes.put(path, Integer.toString(random.nextInt(3)));
      }
    }
    return axes;
  }
}
