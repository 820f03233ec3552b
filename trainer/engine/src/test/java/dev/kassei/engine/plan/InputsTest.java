package dev.kassei.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Inputs with several rows for each item of the batch. */
class InputsTest {
  private static final Expr IMAGE = Expr.input("image", new Shape(Rows.BATCH.times(2, 1), 2));

  /** Three items of two pixels with two channels. */
  private static final double[] IMAGES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

  @Test
  void itemsAreWholeImagesInEachLane() {
    Plan plan = plan();
    for (int lane = 0; lane < plan.lanes(); lane++) {
      plan.inputs("image", lane, IMAGES, new int[] {lane, 2}, 0, 2);
    }
    plan.run(Entry.PREDICT, 2);

    assertThat(plan.output(Programs.RESPONSE, 0, 2)).containsExactly(2, 3, 4, 5, 10, 11, 12, 13);
    assertThat(plan.output(Programs.RESPONSE, 1, 2)).containsExactly(6, 7, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void itemsFollowOneAnother() {
    Plan plan = plan();
    plan.inputs("image", 0, IMAGES, 1, 1);
    plan.input("image", 0, 1, IMAGES, 0);
    plan.run(Entry.PREDICT, 2);

    assertThat(plan.output(Programs.RESPONSE, 0, 2)).containsExactly(6, 7, 8, 9, 2, 3, 4, 5);
  }

  private static Plan plan() {
    Program program = Programs.inference(IMAGE.plus(1));
    return new Plan(Collections.nCopies(2, program), PlanOptions.of(Precision.FLOAT32, 2));
  }
}
