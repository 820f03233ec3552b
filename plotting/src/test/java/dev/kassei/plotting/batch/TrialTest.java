package dev.kassei.plotting.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.results.file.CsvTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final String AXIS = "model.activation";

  private static Trial trial(String line) {
    String head =
        "trial,model.activation,model.activation.alpha,dataset,seed,status,reason,digest\n";
    return Trial.of(CsvTable.of(Path.of("trials.csv"), head + line + ",\n", Trial.COLUMNS)).get(0);
  }

  @Test
  void axesStandBetweenNumberAndStatus() {
    Trial trial = trial("3,relu,,iris,1,diverged,step 7");
    assertThat(trial.number()).isEqualTo("3");
    assertThat(trial.axes()).isEqualTo(Map.of(AXIS, "relu", "dataset", "iris", "seed", "1"));
    assertThat(trial.isCompleted()).isFalse();
    assertThat(trial.reason()).isEqualTo("step 7");
  }

  @Test
  void aNameMayHoldValuesOfOtherAxes() {
    List<String> names = List.of("relu", "elu(alpha=0.5)", "elu(alpha=1)", "elu(beta=1)");
    assertThat(trial("1,elu,1,iris,1,completed,").name(AXIS, names)).contains("elu(alpha=1)");
    assertThat(trial("1,relu,,iris,1,completed,").name(AXIS, names)).contains("relu");
    assertThat(trial("1,elu,7,iris,1,completed,").name(AXIS, names)).isEmpty();
  }

  @Test
  void namesWithBracketsOfTheirOwnAreTakenAsTheyAre() {
    List<String> names = List.of("leaky_relu", "leaky_relu(alpha=0.2)");
    assertThat(trial("1,leaky_relu(alpha=0.2),,iris,1,completed,").name(AXIS, names))
        .contains("leaky_relu(alpha=0.2)");
  }

  @Test
  void withoutTheAxisTheOnlyNameIsMeant() {
    Trial trial = trial("1,,,iris,1,completed,");
    assertThat(trial.name(AXIS, List.of("everything"))).contains("everything");
    assertThat(trial.name(AXIS, List.of("a", "b"))).isEmpty();
    assertThat(trial.name("seed", List.of("everything"))).contains("everything");
  }
}
