package dev.kassei.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Listener;
import dev.kassei.api.RunControl;
import dev.kassei.api.RunStart;
import dev.kassei.api.StepEnd;
import dev.kassei.testkit.ListenerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.example.StopAtLoss;
import org.junit.jupiter.api.Test;

/** The listener of docs/writing-a-plugin.md that ends a run stands there, and ends it. */
class ListenerOnThePageTest implements ListenerContract {
  private static final Path PAGE = Path.of("..", "..", "docs", "writing-a-plugin.md");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "org", "example", "StopAtLoss.java");

  @Override
  public Stream<Listener> listeners() {
    return Stream.of(new StopAtLoss());
  }

  private record Asked(double weight, List<String> reasons) implements RunControl {
    @Override
    public List<String> weightNames() {
      return List.of("w");
    }

    @Override
    public double[] weights(String name) {
      return new double[] {0, weight};
    }

    @Override
    public void requestStop(String reason) {
      reasons.add(reason);
    }
  }

  private static List<String> reasons(double loss, double weight) {
    var run = new Asked(weight, new ArrayList<>());
    new StopAtLoss(0.25, 100)
        .startedIn(new RunStart("r", Path.of("r"), 0, run))
        .stepEnded(new StepEnd(7, 1, 32, loss));
    return run.reasons();
  }

  @Test
  void thePageShowsTheSource() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("```java source StopAtLoss\n" + Files.readString(SOURCE) + "```\n");
  }

  @Test
  void aLowLossOrALargeWeightEndsTheRun() {
    assertThat(reasons(0.5, 1)).isEmpty();
    assertThat(reasons(0.25, 1)).containsExactly("step 7 has a loss of 0.25");
    assertThat(reasons(0.5, -100)).containsExactly("w has a weight of -100.0");
  }
}
