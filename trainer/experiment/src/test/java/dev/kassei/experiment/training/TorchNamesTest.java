package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.results.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TorchNamesTest {
  private static final List<String> NETWORK =
      List.of("hidden.0.weight", "hidden.0.norm.running_mean", "output.bias");

  private static Set<String> translated(List<String> network, String... names) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String name : names) {
      tensors.put(name, new Tensor(name, Precision.FLOAT32, List.of(), new double[1]));
    }
    return TorchNames.translated(tensors, network).keySet();
  }

  @Test
  void underscoresStandForDots() {
    assertThat(translated(NETWORK, "hidden_0.weight", "hidden_0_norm.running_mean", "output.bias"))
        .containsExactlyElementsOf(NETWORK);
  }

  @Test
  void anUnderscoreBehindAWordOfPythonIsNoPartOfTheName() {
    assertThat(translated(List.of("train.weight"), "train_.weight"))
        .containsExactly("train.weight");
  }

  @Test
  void countersOfBatchesAreLeftOut() {
    assertThat(translated(NETWORK, "output.bias", "hidden_0_norm.num_batches_tracked"))
        .containsExactly("output.bias");
  }

  @Test
  void whatCouldBeTwoTensorsOrNoneKeepsItsName() {
    assertThat(translated(List.of("a.b.w", "a_b.w"), "a_b_w", "c_d.w"))
        .containsExactly("a_b_w", "c_d.w");
  }

  @Test
  void namesOfOneTensorAreDoubled() {
    assertThat(TorchNames.doubled(Set.of("hidden_0.weight", "hidden.0.weight"), NETWORK))
        .containsExactly(
            "'hidden.0.weight' and 'hidden_0.weight' mean the same tensor, hidden.0.weight; leave"
                + " all but one out");
    assertThat(TorchNames.doubled(Set.of("a_b.w", "a.b.w"), List.of("a_b.w", "a.b.w"))).isEmpty();
  }

  @Test
  void aNameOfTheNetworkIsNotTakenForAnother() {
    assertThat(translated(List.of("a_b.w", "a.b.w"), "a_b.w", "a.b.w"))
        .containsExactly("a_b.w", "a.b.w");
  }
}
