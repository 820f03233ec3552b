package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.rectified.Elu;
import dev.kassei.activations.rectified.LeakyRelu;
import dev.kassei.activations.rectified.Softplus;
import dev.kassei.activations.sigmoidal.HardSigmoid;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  @Test
  void namesAreUnique() {
    assertThat(Catalogue.all()).extracting(Catalogue::name).doesNotHaveDuplicates();
  }

  @Test
  void titlesAreThoseOfTheArticle() {
    assertThat(Catalogue.all().filter(each -> each.peers().containsKey("article")))
        .extracting(each -> each.getClass().getAnnotation(PluginName.class).title())
        .containsExactlyInAnyOrder(
            "Linear",
            "Sigmoid",
            "ReLU",
            "Tanh",
            "Leaky ReLU",
            "Softmax",
            "ELU",
            "Swish",
            "Hard Sigmoid",
            "GELU",
            "Softplus",
            "Leaky GELU",
            "Hard Swish",
            "Mish",
            "Arctan",
            "Sigmoid-Linear");
  }

  @Test
  void allHaveAReferenceOnOneLine() {
    assertThat(Catalogue.all())
        .extracting(each -> each.getClass().getAnnotation(Reference.class).value())
        .allSatisfy(reference -> assertThat(reference).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void peersThatDifferAreKept() {
    assertThat(new HardSigmoid().peers())
        .containsEntry("onnx", new HardSigmoid(0.2, 0.5))
        .containsEntry("pytorch", new HardSigmoid(1.0 / 6, 0.5));
    assertThat(new Gelu().peers())
        .containsEntry("jax", new Gelu(Approximation.TANH))
        .containsEntry("dl4j", new Gelu(Approximation.SIGMOID))
        .containsEntry("pytorch", new Gelu(Approximation.NONE));
    assertThat(new LeakyRelu(0.7).peers())
        .containsEntry("keras", new LeakyRelu(0.2))
        .containsEntry("pytorch", new LeakyRelu(0.01));
  }

  @Test
  void peersAreInTheOrderOfTheirNames() {
    assertThat(new Gelu().peers().keySet())
        .containsExactly("article", "dl4j", "jax", "keras", "onnx", "pytorch", "tfa");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void nonsenseIsRefusedWithItsName(double value) {
    assertRefused("alpha", () -> new Elu(value));
    assertRefused("beta", () -> new Softplus(value));
    assertRefused("slope", () -> new HardSigmoid(value, 0.5));
  }

  @Test
  void notANumberIsRefused() {
    assertRefused("alpha", () -> new LeakyRelu(Double.NaN));
    assertRefused("beta", () -> new Swish(Double.NaN));
    assertRefused("offset", () -> new HardSigmoid(1, Double.NaN));
  }

  private static void assertRefused(String component, ThrowingCallable creation) {
    assertThatThrownBy(creation)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(component + " must be ");
  }
}
